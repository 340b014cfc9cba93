package org.imipagent.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import org.imipagent.agent.Installation;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.SqliteStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Both sides together: after all mails, in whatever order and however often they came, organiser
 * and attendees agree. Not held: somebody taken off and invited again while mails of before are
 * still under way, since nothing in them tells the one invitation from the other.
 */
class AgreementLawsTest {

    private static final int CONVERSATIONS = Math.max(300, Integer.getInteger("imip.laws", 0) / 5);
    private static final int FOR_EACH_STORE = 25;
    private static final int MOST_ACTS = 9;

    @TempDir Path folder = Path.of("");

    @Test
    void afterAllMailsInAnyOrderOrganiserAndAttendeesAgree() throws IOException {
        var wrong = new ArrayList<String>();
        for (int from = 0; from < CONVERSATIONS && wrong.size() < 3; from += FOR_EACH_STORE) {
            Path home = Files.createTempDirectory(folder, "law");
            var settings =
                    Settings.defaults()
                            .with(SiteSettings.STORE_DIR, home.toString())
                            .with(SiteSettings.PUBLISH_DIR, home.resolve("published"))
                            .with(SiteSettings.MESSAGE_SENDER, "calendar@example.com")
                            .with(SiteSettings.TZID, ZoneId.of("UTC"));
            try (var store = SqliteStore.open(home, SqliteStore.Options.USUAL)) {
                var site = new Installation(settings, store, ZoneOffset.UTC, "host.example.com");
                for (int seed = from; seed < from + FOR_EACH_STORE; seed++) {
                    var conversation = new MailConversation(site, seed);
                    var differences = conversation.differences(2 + seed % MOST_ACTS);
                    if (!differences.isEmpty()) {
                        wrong.add(
                                "conversation "
                                        + seed
                                        + "\n"
                                        + String.join("\n", conversation.said())
                                        + "\n"
                                        + String.join("\n", differences));
                    }
                }
            }
        }
        assertEquals("", String.join("\n\n", wrong));
    }
}
