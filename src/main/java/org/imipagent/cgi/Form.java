package org.imipagent.cgi;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.imipagent.digest.Sha256;

/** What a person sent with POST: fields, and files where the form had a place for them. */
public record Form(List<Field> fields, List<Upload> files) implements Fields {
    public static final Form NONE = new Form(List.of(), List.of());

    public Form {
        fields = List.copyOf(fields);
        files = List.copyOf(files);
    }

    /**
     * SHA-256 of all that was sent but one field, in hexadecimal digits: the same for the same form
     * sent twice.
     */
    public String digestWithout(String name) {
        var digest = new Sha256();
        for (Field field : fields) {
            if (!field.name().equals(name)) {
                add(digest, field.name());
                add(digest, field.value());
            }
        }
        for (Upload file : files) {
            add(digest, file.field());
            digest.update(file.content());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** NUL ends a text: no field of a form holds one, so that no other two fields are the same. */
    private static void add(Sha256 digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
