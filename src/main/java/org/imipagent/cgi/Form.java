package org.imipagent.cgi;

import java.util.List;

/** What a person sent with POST: fields, and files where the form had a place for them. */
public record Form(List<Field> fields, List<Upload> files) implements Fields {
    public static final Form NONE = new Form(List.of(), List.of());

    public Form {
        fields = List.copyOf(fields);
        files = List.copyOf(files);
    }
}
