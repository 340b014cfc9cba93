package org.imipagent.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.imipagent.settings.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextTableTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private File jar() throws IOException {
        Path jar = folder.resolve("imip-agent.jar");
        Files.writeString(jar, "a jar");
        return jar.toFile();
    }

    @Test
    void everyTextOfEveryLanguageIsInItsTableAndNoOther() throws IOException {
        File jar = jar();
        Messages.writeTables(jar.toPath());
        for (Language language : Language.values()) {
            Map<String, String> texts = Objects.requireNonNull(MessageBundle.of(language.tag()));
            TextTable table = assertNotNull(language.tag(), TextTable.of(jar, language.tag()));
            texts.forEach((key, text) -> assertEquals(text, table.get(key), key));
            for (String key :
                    new String[] {"", "no-such-key", "zeile", "\u00e4", "x".repeat(300)}) {
                assertNull(table.get(key), key);
            }
        }
        assertNull(TextTable.of(jar, "tlh"));
    }

    private static TextTable assertNotNull(String language, @Nullable TextTable table) {
        return Objects.requireNonNull(table, language);
    }

    /** An update that was not laid out, a file cut short, another file: the jar has the texts. */
    @Test
    void aTableOfAnotherJarIsNone() throws IOException {
        File jar = jar();
        Messages.writeTables(jar.toPath());
        Files.writeString(jar.toPath(), "another jar");
        assertNull(TextTable.of(jar, "en"));
        Files.writeString(jar.toPath(), "a jar");
        jar.setLastModified(jar.lastModified() - 5000);
        assertNull(TextTable.of(jar, "en"));
        Files.writeString(folder.resolve("texts.en"), "");
        assertNull(TextTable.of(jar, "en"));
        Files.writeString(
                folder.resolve("texts.en"), "what is no table, but long enough to be one");
        assertNull(TextTable.of(jar, "en"));
    }
}
