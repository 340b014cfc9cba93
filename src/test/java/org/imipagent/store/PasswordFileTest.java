package org.imipagent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.imipagent.settings.SslMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of ~/.pgpass. */
class PasswordFileTest {

    @TempDir Path folder = Path.of("");

    private PostgreSqlServer server(String host) {
        return new PostgreSqlServer(
                host,
                5432,
                "calendar",
                "vole",
                folder.resolve("pgpass"),
                SslMode.PREFER,
                null,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1));
    }

    private @Nullable String password(String host, String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve("pgpass"), String.join("\n", lines) + "\n");
        Files.setAttribute(file, "unix:mode", 0600);
        return PasswordFile.password(server(host), new PostgreSqlTrouble("here"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    db:5432:calendar:vole:secret       | secret
                    *:*:*:*:secret                     | secret
                    db:5432:calendar:vole:a\\:b\\\\c   | a:b\\c
                    db:5432:calendar:vole:a b #c       | a b #c
                    db:5432:calendar:vole:a:comment    | a
                    db:5433:calendar:vole:secret       |
                    dc:5432:calendar:vole:secret       |
                    db:5432:calendar:mole:secret       |
                    db:5432:other:vole:secret          |
                    #db:5432:calendar:vole:secret      |
                    db:5432:calendar:vole              |
                    """)
    void aLineFits(String line, @Nullable String password) throws IOException {
        assertEquals(password, password("db", line));
    }

    @Test
    void theFirstLineThatFitsCounts() throws IOException {
        assertEquals("2", password("db", "", "# 1", "dc:*:*:*:1", "db:*:*:*:2", "*:*:*:*:3"));
    }

    @Test
    void theUsualSocketIsCalledLocalhostAndAnotherByItsFolder() throws IOException {
        String[] lines = {"localhost:*:*:*:usual", "/srv/pg:*:*:*:other"};
        assertEquals("usual", password(PostgreSqlServer.SOCKET_FOLDER, lines));
        assertEquals("other", password("/srv/pg", lines));
    }

    @Test
    void noFileIsNoPassword() {
        assertNull(PasswordFile.password(server("db"), new PostgreSqlTrouble("here")));
    }

    @Test
    void aFileThatOthersMayReadIsRefused() throws IOException {
        password("db", "*:*:*:*:secret");
        for (int mode : new int[] {0640, 0604, 0660, 0700}) {
            Files.setAttribute(folder.resolve("pgpass"), "unix:mode", mode);
            StoreTrouble trouble =
                    assertThrows(
                            StoreTrouble.class,
                            () -> PasswordFile.password(server("db"), new PostgreSqlTrouble("x")));
            String told = String.valueOf(trouble.getMessage());
            assertTrue(told.contains("chmod 600"), told);
            assertTrue(!told.contains("secret"), told);
        }
    }
}
