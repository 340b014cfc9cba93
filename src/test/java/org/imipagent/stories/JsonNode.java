package org.imipagent.stories;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value as a tree: the databind library is not among our dependencies. */
public record JsonNode(String text, Map<String, JsonNode> fields, List<JsonNode> items)
        implements Iterable<JsonNode> {

    public static final JsonNode NONE = new JsonNode("", Map.of(), List.of());

    public static JsonNode read(Path file) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(file.toFile())) {
            parser.nextToken();
            return read(parser);
        }
    }

    /** Reads the value that the parser stands on. */
    private static JsonNode read(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            var fields = new LinkedHashMap<String, JsonNode>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                fields.put(name, read(parser));
            }
            return new JsonNode("", fields, List.of());
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            var items = new ArrayList<JsonNode>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(read(parser));
            }
            return new JsonNode("", Map.of(), items);
        }
        return parser.currentToken() == JsonToken.VALUE_NULL
                ? NONE
                : new JsonNode(parser.getText(), Map.of(), List.of());
    }

    /** The value of a name; {@link #NONE} where there is none, and for null. */
    public JsonNode get(String name) {
        return fields.getOrDefault(name, NONE);
    }

    public boolean isNone() {
        return equals(NONE);
    }

    @Override
    public Iterator<JsonNode> iterator() {
        return items.iterator();
    }
}
