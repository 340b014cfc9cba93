package org.imipagent.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.freebusy.BusyPeriod;
import org.imipagent.freebusy.Window;
import org.imipagent.itip.FreeBusyMessage;
import org.imipagent.itip.FreeBusyState;
import org.imipagent.itip.IncomingFreeBusy;
import org.imipagent.itip.IncomingFreeBusy.Decided;
import org.imipagent.itip.Method;
import org.imipagent.mail.Mail;
import org.imipagent.mail.MessageIds;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.WriteTransaction;
import org.jspecify.annotations.Nullable;

/** The free/busy of a mail, for one person: looked up, decided, carried out. */
final class IncomingFreeBusyHandler {

    private final Installation site;
    private final MailDrafts drafts;
    private final WriteTransaction writing;
    private final Participant participant;
    private final Instant now;

    IncomingFreeBusyHandler(
            Installation site,
            MailDrafts drafts,
            WriteTransaction writing,
            Participant participant,
            Instant now) {
        this.site = site;
        this.drafts = drafts;
        this.writing = writing;
        this.participant = participant;
        this.now = now;
    }

    /**
     * @param mayAnswer whether one more answer may go, as far as others are concerned
     */
    Decided take(FreeBusyMessage came, Mail mail, boolean mayAnswer) {
        Window window = asked(came);
        boolean shares = participant.preferences().value(PersonalPreferences.FREEBUSY_SHARING);
        boolean may = mayAnswer && MayAnswer.mail(mail, drafts.agent(), participant.address());
        Schedule schedule = site.schedule(writing, participant);
        Schedule.@Nullable Entries entries =
                window == null ? null : schedule.entries(window.from(), window.to(), Schedule.MOST);
        Decided decided =
                IncomingFreeBusy.decide(
                        new FreeBusyState(
                                participant.person(),
                                shares,
                                may,
                                shares && may && window != null && isAnswered(came),
                                window == null || entries == null
                                        ? null
                                        : schedule.claims(entries, window.to(), now)
                                                .freeBusy(window.from(), window.to()),
                                told(came),
                                came.whose() == null
                                        ? null
                                        : writing.heard(participant.address(), came.whose())),
                        came);
        new DecisionWriter(writing, participant, drafts, now).write(decided.decision());
        if (decided.answer() != null) {
            writing.useKey(participant.address(), key(came), now);
            writing.post(
                    participant.address(),
                    drafts.envelopeSender(),
                    List.of(decided.answer().to().email()),
                    drafts.freeBusy(
                            decided.answer(),
                            participant,
                            entries != null && entries.isCut(),
                            mail,
                            now),
                    now);
        }
        return decided;
    }

    /** The window that is asked for, or, where it names none, the one that is published. */
    private @Nullable Window asked(FreeBusyMessage came) {
        if (came.method() != Method.REQUEST) {
            return null;
        }
        Window window = came.freeBusy().window();
        Window asked = window == null ? published() : window;
        return asked.problem().isEmpty() ? asked : null;
    }

    private Window published() {
        int days = site.settings().value(SiteSettings.PUBLISH_DAYS);
        return new Window(now.minus(Publishing.BACK), now.plus(Duration.ofDays(days)));
    }

    private List<BusyPeriod> told(FreeBusyMessage came) {
        CalendarAddress of = came.method() == Method.REQUEST ? null : came.whose();
        List<BusyPeriod> periods = of == null ? null : came.freeBusy().periods();
        Window window = periods == null ? null : came.freeBusy().told(periods);
        return of == null || window == null
                ? List.of()
                : writing.told(participant.address(), of, window.from(), window.to());
    }

    /** The same question again, as from a mail that was delivered twice, is answered once. */
    private boolean isAnswered(FreeBusyMessage came) {
        return writing.isKeyUsed(participant.address(), key(came));
    }

    private static String key(FreeBusyMessage came) {
        return MessageIds.of(
                "",
                List.of(
                        "VFREEBUSY",
                        came.freeBusy().uid(),
                        came.freeBusy().stamp().toString(),
                        String.valueOf(came.freeBusy().window()),
                        String.valueOf(came.whose())));
    }
}
