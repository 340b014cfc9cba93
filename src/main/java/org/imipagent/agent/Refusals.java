package org.imipagent.agent;

import java.util.ArrayList;
import java.util.List;
import org.imipagent.agent.ParsedMail.Refused;
import org.imipagent.itip.Verdict;
import org.imipagent.settings.Bounds;

/**
 * What of a mail could not be taken, each by name: as many as somebody would read, and how many
 * more there were. A stranger's mail of a few bytes each holds tens of thousands.
 */
final class Refusals {

    /** As many are told one by one. */
    private static final int MOST = 20;

    private final Bounds bounds;
    private final List<Refused> refused = new ArrayList<>();
    private int untold;
    private int leftOut;

    Refusals(Bounds bounds) {
        this.bounds = bounds;
    }

    void add(Verdict verdict, String what, String detail) {
        boolean isCopy = verdict == Verdict.NO_METHOD;
        if (refused.size() < MOST || (!isCopy && forgetCopy())) {
            refused.add(new Refused(verdict, what, detail));
        } else {
            untold++;
        }
    }

    /** Whether room was made: what may be a copy is told last. */
    private boolean forgetCopy() {
        for (int i = 0; i < refused.size(); i++) {
            if (refused.get(i).verdict() == Verdict.NO_METHOD) {
                refused.remove(i);
                untold++;
                return true;
            }
        }
        return false;
    }

    /** An event, or free/busy, beyond as many as one mail may have. */
    void leaveOut() {
        leftOut++;
    }

    /**
     * What is told.
     *
     * @param understood whether anything of the mail was: an attachment beside it that has no
     *     method is a copy of it and no matter
     */
    List<Refused> told(boolean understood) {
        var told = new ArrayList<>(refused);
        if (understood) {
            told.removeIf(each -> each.verdict() == Verdict.NO_METHOD);
        }
        if (!told.isEmpty() && untold > 0) {
            Refused last = told.removeLast();
            String more = "and " + (untold + 1) + " more were refused";
            told.add(new Refused(last.verdict(), last.what(), more));
        }
        if (leftOut > 0) {
            String many = bounds.told("too-many-events: " + leftOut + " were left out");
            told.add(new Refused(Verdict.TOO_MANY_EVENTS, "", many));
        }
        return told;
    }
}
