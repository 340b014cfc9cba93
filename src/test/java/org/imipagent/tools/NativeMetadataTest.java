package org.imipagent.tools;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A native executable knows only the fields that the build has listed for it. */
class NativeMetadataTest {

    private static final Path CLASSES = Path.of("target/classes");
    private static final String LIST =
            "META-INF/native-image/picocli-generated/reflect-config.json";

    @Test
    void everyOptionIsListedForTheNativeExecutable()
            throws IOException, ReflectiveOperationException {
        String list = Files.readString(CLASSES.resolve(LIST), StandardCharsets.UTF_8);
        assertFalse(list.contains("@"), "a type with an annotation in it is none: " + list);
        int found = 0;
        for (Class<?> type : tools()) {
            for (Field field : type.getDeclaredFields()) {
                if (isSet(field)) {
                    found++;
                    assertTrue(
                            entry(list, type).contains("\"" + field.getName() + "\""),
                            field.toString());
                }
            }
        }
        assertTrue(found > 30, "only " + found + " options were looked at");
    }

    private static List<Class<?>> tools() throws IOException, ReflectiveOperationException {
        try (Stream<Path> files = Files.list(CLASSES.resolve("org/imipagent/tools"))) {
            var types = new java.util.ArrayList<Class<?>>();
            for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                types.add(Class.forName("org.imipagent.tools." + name));
            }
            return types;
        }
    }

    private static boolean isSet(Field field) {
        return Stream.of(Option.class, Parameters.class, Mixin.class)
                .anyMatch(field::isAnnotationPresent);
    }

    private static String entry(String list, Class<?> type) {
        return Arrays.stream(list.split("\n  \\{", -1))
                .filter(each -> each.contains("\"" + type.getName() + "\""))
                .findFirst()
                .orElse("");
    }
}
