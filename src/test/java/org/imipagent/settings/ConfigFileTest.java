package org.imipagent.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigFileTest {
    private static final Path SHIPPED = Path.of("conf", "config.txt");

    /** mvn test -Dtest=ConfigFileTest -Dimip.regenerate=true writes the file anew. */
    @Test
    void theShippedFileIsMadeFromTheCatalogue() throws IOException {
        if (Boolean.getBoolean("imip.regenerate")) {
            Files.writeString(SHIPPED, ConfigFile.text());
        }
        assertEquals(
                ConfigFile.text(),
                Files.readString(SHIPPED),
                "conf/config.txt is not what the catalogue says; make it anew by: "
                        + "mvn test -Dtest=ConfigFileTest -Dimip.regenerate=true");
    }

    @Test
    void theFileHoldsAsItIsAndWithEverySettingSwitchedOn() {
        assertInstanceOf(
                SettingsReading.Good.class, SettingsReader.read("config.txt", ConfigFile.text()));
        var switchedOn = ConfigFile.text().replaceAll("(?m)^#([A-Z])", "$1");
        assertInstanceOf(SettingsReading.Good.class, SettingsReader.read("config.txt", switchedOn));
        assertTrue(switchedOn.contains("\nMANAGER_URL = None\n"));
    }

    @Test
    void noLineIsTooLongToRead() {
        assertTrue(ConfigFile.text().lines().allMatch(line -> line.length() <= 100));
    }
}
