package org.imipagent.tools;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.imipagent.agent.Import;
import org.imipagent.agent.Installation;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Problem;
import org.imipagent.ical.CalendarText;
import org.imipagent.ical.CalendarWriter;
import org.imipagent.ical.Complaint;
import org.imipagent.ical.ImportPreview;
import org.imipagent.ical.ImportPreview.JudgedEvent;
import org.imipagent.itip.Decision;
import org.imipagent.itip.Verdict;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.ReadTransaction;
import org.jspecify.annotations.Nullable;

/** {@code import --dry-run}: what would become of the events of one file. Keeps nothing. */
final class DryImport {

    private final Installation site;
    private final ReadTransaction reading;
    private final CalendarAddress user;
    private final Listing listing;
    private final String file;
    private final Set<String> seen = new HashSet<>();
    private int lost;

    DryImport(
            Installation site,
            ReadTransaction reading,
            CalendarAddress user,
            Listing listing,
            String file) {
        this.site = site;
        this.reading = reading;
        this.user = user;
        this.listing = listing;
        this.file = file;
    }

    /** Prints a row for each event and each problem; tells how much would not be kept. */
    int tell(CalendarText text, boolean send, Instant now) {
        ImportPreview preview = ImportPreview.of(text);
        text.objects().stream()
                .filter(object -> ImportCommand.refusal(object.method()) == null)
                .flatMap(object -> ImportCommand.others(object).stream())
                .forEach(other -> refuse("", "", other, List.of()));
        for (JudgedEvent each : preview.events()) {
            tell(each, send, now);
        }
        if (!preview.calendar().isEmpty()) {
            row("problem", "", "", null, preview.calendar());
        }
        text.problems().forEach(this::tell);
        return lost;
    }

    private void tell(JudgedEvent each, boolean send, Instant now) {
        String refusal = ImportCommand.refusal(each.method());
        Event came = OwnMarks.without(each.event());
        String summary = came.main().summary();
        if (refusal != null) {
            refuse(came.uid(), summary, refusal, each.complaints());
            return;
        }
        KeptEvent before = reading.event(user, came.uid());
        Event known = before == null ? null : site.event(before.text());
        Event event = ImportCommand.joined(came, known);
        Decision decision = new Import(site).preview(reading, user, known, event, send, now);
        if (decision.verdict().isRefusal()) {
            String why = decision.verdict().word() + ": " + decision.detail();
            refuse(came.uid(), summary, why, each.complaints());
        } else {
            boolean same =
                    decision.verdict() == Verdict.REPEATED
                            || (before != null
                                    && before.text().equals(CalendarWriter.write(null, event)));
            boolean isNew = known == null && seen.add(came.uid());
            String outcome = same ? "unchanged" : isNew ? "new" : "changed";
            row(
                    outcome,
                    came.uid(),
                    summary,
                    each.judged() ? null : "not looked at by ical4j: too large, or one of too many",
                    each.complaints());
        }
    }

    private void tell(Problem problem) {
        String loss = ImportCommand.loss(problem);
        if (loss != null) {
            refuse("", "", loss, List.of());
        } else {
            row("problem", "", "", problem.toString(), List.of());
        }
    }

    private void refuse(String uid, String summary, String why, List<Complaint> complaints) {
        lost++;
        row("refused", uid, summary, why, complaints);
    }

    private void row(
            String outcome,
            String uid,
            String summary,
            @Nullable String why,
            List<Complaint> complaints) {
        List<String> words = complaints.stream().map(Complaint::toString).toList();
        listing.row(outcome, uid, summary, why, words, file);
    }
}
