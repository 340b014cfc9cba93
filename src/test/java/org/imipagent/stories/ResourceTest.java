package org.imipagent.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.imipagent.agent.Installation;
import org.imipagent.calendar.Zone;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.SchedulingName;
import org.imipagent.settings.SiteSettings;
import org.junit.jupiter.api.Test;

/** What the stories of resources ({@code resource*.story}) do not tell. */
class ResourceTest extends ResourceStories {

    @Test
    void settingsKnowTheFunctionsThatThereAre() {
        for (String line :
                List.of(
                        "guess",
                        "schedule_in_freebusy x",
                        "schedule_in_freebusy 0",
                        "same_domain_only 2")) {
            assertNotNull(PersonalPreferences.problem("scheduling_function", line), line);
            prefer("scheduling_function", line);
            assertTrue(
                    line.equals("same_domain_only 2")
                            || ask(
                                            ANNA,
                                            event(
                                                    "q" + line.hashCode(),
                                                    0,
                                                    ANNA,
                                                    at("03T09", "03T10")))
                                    .getFirst()
                                    .startsWith("DECLINED This cannot be booked"),
                    line);
        }
    }

    @Test
    void everyFunctionHasALineThatHolds() {
        for (SchedulingName name : SchedulingName.values()) {
            String line =
                    name.word()
                            + switch (name) {
                                case MAX_DURATION, BOOKING_WINDOW -> " P1D";
                                case ANY_OF, EXTERNAL -> " rooms";
                                default -> "";
                            };
            assertNull(PersonalPreferences.problem("scheduling_function", line), line);
        }
    }

    @Test
    void aProgramOfTheSiteThatDoesNotEndDeclines() throws IOException {
        Path programs = Files.createDirectory(folder.resolve("programs"));
        site =
                new Installation(
                        site.settings().with(SiteSettings.SCHEDULING_PROGRAMS, programs),
                        store,
                        Zone.UTC,
                        "host.example.com");
        Path program = programs.resolve("ours");
        Files.writeString(program, "#!/bin/sh\nexec sleep 60\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        prefer("scheduling_function", "external ours\nschedule_in_freebusy");
        assertTrue(
                ask(ANNA, event("d", 0, ANNA, at("04T09", "04T10")))
                        .getFirst()
                        .startsWith("DECLINED This cannot be booked"));
    }

    @Test
    void ofManyAtOnceExactlyOneIsAccepted() throws Exception {
        int many = 20;
        try (var workers = Executors.newFixedThreadPool(8)) {
            var work = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < many; i++) {
                String uid = "race" + i;
                work.add(
                        () -> {
                            receive("REQUEST", BO, event(uid, 0, BO, at("03T09", "03T10")));
                            return true;
                        });
            }
            for (var done : workers.invokeAll(work)) {
                assertTrue(done.get());
            }
        }
        List<String> answers = answers();
        assertEquals(many, answers.size(), "each is answered once");
        assertEquals(1, answers.stream().filter("ACCEPTED"::equals).count());
    }
}
