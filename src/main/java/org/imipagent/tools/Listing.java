package org.imipagent.tools;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.lang3.Validate;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the same columns: a line each with tabs between and {@code -} for nothing, or a JSON
 * array of objects.
 */
final class Listing implements AutoCloseable {

    private final CommandContext context;
    private final List<String> names;
    private final String separator;
    private final @Nullable JsonGenerator json;

    /**
     * @param separator between the columns of a line
     */
    Listing(CommandContext context, boolean asJson, String separator, String... names) {
        this.context = context;
        this.names = List.of(names);
        this.separator = separator;
        this.json = asJson ? begin(context) : null;
    }

    private static JsonGenerator begin(CommandContext context) {
        try {
            JsonGenerator json =
                    new JsonFactory()
                            .createGenerator(context.out(), JsonEncoding.UTF8)
                            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartArray();
            return json;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // A PrintStream throws none.
        }
    }

    /**
     * @param cells as many as there are columns: texts, numbers, truths, lists, null for nothing;
     *     anything else by its text
     */
    void row(@Nullable Object... cells) {
        Validate.isTrue(cells.length == names.size(), "a row of %s cells", cells.length);
        if (json == null) {
            var line = new StringBuilder();
            for (Object cell : cells) {
                line.append(line.isEmpty() ? "" : separator).append(word(cell));
            }
            context.print(line.append('\n').toString());
        } else {
            write(json, cells);
        }
    }

    private static String word(@Nullable Object cell) {
        String text =
                switch (cell) {
                    case null -> "";
                    case List<?> list ->
                            list.stream().map(String::valueOf).collect(Collectors.joining(","));
                    default -> cell.toString();
                };
        return text.isEmpty() ? "-" : CommandContext.plain(text);
    }

    private void write(JsonGenerator json, @Nullable Object... cells) {
        try {
            json.writeStartObject();
            for (int i = 0; i < cells.length; i++) {
                json.writeFieldName(names.get(i));
                write(json, cells[i]);
            }
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void write(JsonGenerator json, @Nullable Object cell) throws IOException {
        switch (cell) {
            case null -> json.writeNull();
            case Boolean truth -> json.writeBoolean(truth);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case List<?> list -> {
                json.writeStartArray();
                for (Object each : list) {
                    write(json, each);
                }
                json.writeEndArray();
            }
            default -> json.writeString(cell.toString());
        }
    }

    @Override
    public void close() {
        if (json == null) {
            return;
        }
        try {
            json.writeEndArray();
            json.writeRaw('\n');
            json.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
