package org.imipagent.agent;

import java.util.ArrayList;
import java.util.List;
import org.imipagent.notice.MailComposer;
import org.imipagent.notice.Notice;
import org.imipagent.settings.PersonalPreferences;

/**
 * What a mail led to, event by event. What else the person has at the time of an event is looked up
 * only for those that the mail's summary tells: a look at the calendar for each of hundreds would
 * hold everybody up.
 */
final class ToldNotices {

    private final boolean wantsFreeBusy;
    private final List<Notice> notices = new ArrayList<>();
    private int told;

    /**
     * @param before what earlier pieces of the same mail led to
     */
    ToldNotices(Participant participant, List<Notice> before) {
        this.wantsFreeBusy = participant.preferences().value(PersonalPreferences.FREEBUSY_MESSAGES);
        this.told = MailComposer.worthTelling(before, wantsFreeBusy).size();
    }

    void add(Notice notice, ConflictSearch conflicts) {
        boolean isTold =
                told < MailComposer.MOST_TOLD
                        && !MailComposer.worthTelling(List.of(notice), wantsFreeBusy).isEmpty();
        told += isTold ? 1 : 0;
        notices.add(
                isTold && notice.message() != null
                        ? notice.with(conflicts.of(notice.message(), notice.decision()))
                        : notice);
    }

    List<Notice> notices() {
        return notices;
    }
}
