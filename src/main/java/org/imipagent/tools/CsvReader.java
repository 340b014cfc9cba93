package org.imipagent.tools;

import java.util.ArrayList;
import java.util.List;

/**
 * Lists of comma-separated values (RFC 4180): fields in quotes may hold commas, line breaks and
 * doubled quotes. Lines may end in any way, and blank ones are passed over.
 */
final class CsvReader {

    /**
     * A record.
     *
     * @param line where it begins; the first is 1
     */
    record Row(int line, List<String> fields) {
        Row {
            fields = List.copyOf(fields);
        }

        private boolean isBlank() {
            return fields.size() == 1 && fields.getFirst().isBlank();
        }
    }

    private final String text;
    private final List<Row> rows = new ArrayList<>();
    private int at;
    private int line = 1;

    private CsvReader(String text) {
        this.text = text;
    }

    /**
     * @throws NotDone where a quote is not closed, or more follows one
     */
    static List<Row> read(String text) throws NotDone {
        var reader = new CsvReader(text.replace("\r\n", "\n").replace('\r', '\n'));
        while (reader.at < reader.text.length()) {
            Row row = reader.row();
            if (!row.isBlank()) {
                reader.rows.add(row);
            }
        }
        return reader.rows;
    }

    private Row row() throws NotDone {
        int first = line;
        var fields = new ArrayList<String>();
        fields.add(field());
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            fields.add(field());
        }
        if (at < text.length()) {
            if (text.charAt(at) != '\n') {
                throw NotDone.refused("line " + line + ": a comma must follow the closing quote");
            }
            at++;
            line++;
        }
        return new Row(first, fields);
    }

    private String field() throws NotDone {
        return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
    }

    private String plain() {
        int from = at;
        while (at < text.length() && ",\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() throws NotDone {
        int first = line;
        var field = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' && !text.startsWith("\"\"", at)) {
                at++;
                return field.toString();
            }
            if (c == '"') {
                at++;
            }
            line += c == '\n' ? 1 : 0;
            field.append(c);
        }
        throw NotDone.refused("line " + first + ": the quote is never closed");
    }
}
