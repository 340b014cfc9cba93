package org.imipagent.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Problem;
import org.imipagent.ical.CalendarReader;
import org.imipagent.ical.CalendarText;
import org.imipagent.itip.Verdict;
import org.imipagent.store.Activity;
import org.imipagent.store.KeptFile;
import org.imipagent.store.ReadTransaction;
import org.jspecify.annotations.Nullable;

/** Files that are looked at first and imported then: they wait in the store meanwhile. */
public final class ImportDraft {

    /** So many events are kept in one transaction, so that mail that comes meanwhile gets in. */
    private static final int PIECE = 50;

    private final Installation site;
    private final CalendarAddress user;
    private final Instant now;

    public ImportDraft(Installation site, CalendarAddress user, Instant now) {
        this.site = site;
        this.user = user;
        this.now = now;
    }

    /** Keeps the files under a name, and tells what would become of what is in them. */
    public List<ImportedEvent> look(String draft, List<KeptFile> files) {
        site.store().change(user, writing -> writing.keepFiles(user, draft, files, now));
        var all = new ArrayList<ImportedEvent>();
        var importing = new FileImport(site, user, false, now);
        try (ReadTransaction reading = site.store().read()) {
            for (KeptFile file : files) {
                all.addAll(importing.preview(reading, read(file), file.name()));
            }
        }
        return all;
    }

    private static CalendarText read(KeptFile file) {
        byte[] content = file.content();
        return content.length == 0
                ? new CalendarText(List.of(), List.of(new Problem("no-calendar", "empty file")))
                : CalendarReader.read(content, null, Limits.STANDARD);
    }

    /**
     * How it ended.
     *
     * @param result null where the files are not kept any more
     */
    public record Done(
            @Nullable ImportResult result, List<CalendarAddress> unpublished, List<Long> posted) {
        public Done {
            unpublished = List.copyOf(unpublished);
            posted = List.copyOf(posted);
        }
    }

    /**
     * Imports the files that are kept under a name, once: they go with it. Killed half way, it may
     * be asked for again, and what is there already is unchanged.
     */
    public Done carryOut(String draft, boolean send) {
        List<KeptFile> files;
        try (ReadTransaction reading = site.store().read()) {
            String before = reading.usedFor(user, key(draft));
            files = reading.files(user, draft);
            if (before != null || files.isEmpty()) {
                return new Done(
                        before == null ? null : ImportResult.of(before),
                        Publishing.of(reading, user),
                        List.of());
            }
        }
        var importing = new FileImport(site, user, send, now);
        var all = new ArrayList<ImportedEvent>();
        var posted = new ArrayList<Long>();
        for (KeptFile file : files) {
            CalendarText text = read(file);
            all.addAll(FileImport.refused(text, file.name()));
            List<Event> events = FileImport.events(text);
            for (int from = 0; from < events.size(); from += PIECE) {
                List<Event> piece = events.subList(from, Math.min(events.size(), from + PIECE));
                Taken taken = take(importing, piece, file.name());
                all.addAll(taken.events);
                posted.addAll(taken.posted);
            }
            text.problems().forEach(problem -> all.add(FileImport.told(problem, file.name())));
        }
        return end(draft, files, ImportResult.of(all), posted);
    }

    private record Taken(List<ImportedEvent> events, List<Long> posted) {}

    private Taken take(FileImport importing, List<Event> piece, String file) {
        return site.store()
                .effect(
                        user,
                        writing -> {
                            writing.add(user, now);
                            var events = new ArrayList<ImportedEvent>();
                            for (Event event : piece) {
                                events.add(importing.take(writing, event, file));
                            }
                            return new Taken(events, writing.posted());
                        });
    }

    private Done end(String draft, List<KeptFile> files, ImportResult result, List<Long> posted) {
        return site.store()
                .effect(
                        user,
                        writing -> {
                            writing.dropFiles(user, draft);
                            if (writing.useKey(user, key(draft), result.text(), now)) {
                                writing.note(user, activity(files, result));
                            }
                            return new Done(result, Publishing.of(writing, user), posted);
                        });
    }

    private static String key(String draft) {
        return "import " + draft;
    }

    private Activity activity(List<KeptFile> files, ImportResult result) {
        int kept = result.added() + result.changed();
        return new Activity(
                now,
                Activity.Source.MANAGER,
                "import",
                "",
                null,
                files.getFirst().name(),
                user.email(),
                kept == 0 && result.refused() > 0 ? Verdict.UNREADABLE : Verdict.UPDATED,
                kept + " kept, " + result.refused() + " refused");
    }
}
