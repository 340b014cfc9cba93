package org.imipagent.scheduling;

import java.util.ArrayList;
import java.util.List;
import org.imipagent.freebusy.Window;
import org.imipagent.scheduling.SchedulingAnswer.Accepted;
import org.imipagent.scheduling.SchedulingAnswer.Asked;
import org.imipagent.scheduling.SchedulingAnswer.PassedOn;
import org.imipagent.scheduling.SchedulingAnswer.Proposed;
import org.imipagent.scheduling.SchedulingAnswer.Reason;
import org.imipagent.scheduling.SchedulingAnswer.Refused;
import org.imipagent.settings.SchedulingName;
import org.jspecify.annotations.Nullable;

/** The functions by name, and how a chain of them decides. */
public final class SchedulingFunctions {

    private SchedulingFunctions() {}

    private static SchedulingFunction of(SchedulingName name) {
        return switch (name) {
            case SCHEDULE_IN_FREEBUSY -> new ScheduleInFreeBusy();
            case SCHEDULE_CORRECTED_IN_FREEBUSY -> new ScheduleCorrectedInFreeBusy();
            case SCHEDULE_NEXT_AVAILABLE_IN_FREEBUSY -> new ScheduleNextAvailableInFreeBusy();
            case ACCEPT_FREE_OCCURRENCES -> new AcceptFreeOccurrences();
            case SAME_DOMAIN_ONLY -> new SameDomainOnly();
            case ACCESS_CONTROL_LIST -> new AccessControlList();
            case OPENING_HOURS -> new OpeningHours();
            case MAX_DURATION -> new MaxDuration();
            case BOOKING_WINDOW -> new BookingWindow();
            case CHECK_QUOTA -> new CheckQuota();
            case SCHEDULE_ACROSS_QUOTA -> new ScheduleAcrossQuota();
            case SCHEDULE_FOR_DELEGATE -> new ScheduleForDelegate();
            case ANY_OF -> new AnyOf();
            case ASK_OWNER -> new AskOwner();
            case EXTERNAL -> new External();
        };
    }

    /**
     * What a chain says. The first function that refuses decides. What one proposes, or leaves out,
     * is what those after it are asked about. Of those that agree the strongest word counts: passed
     * on, else proposed, else asked, else accepted. A line that this program cannot follow refuses,
     * and so does an empty chain: nobody gets what the administrator may have meant to keep from
     * them.
     *
     * @param chain the lines of the preference
     */
    public static SchedulingAnswer answer(List<String> chain, SchedulingRequest request) {
        if (chain.isEmpty()) {
            return new Refused(Reason.NOT_SET_UP, "");
        }
        var said = new Said(request);
        for (String line : chain) {
            if (SchedulingName.problem(line) != null) {
                return new Refused(Reason.NOT_SET_UP, line);
            }
            List<String> words = SchedulingName.words(line);
            SchedulingName name = SchedulingName.named(words.getFirst());
            if (name != null) {
                said.heard(of(name).answer(said.request, words.subList(1, words.size())));
            }
            if (said.refused != null) {
                return said.refused;
            }
        }
        return said.answer();
    }

    /** What was said so far. */
    private static final class Said {
        private SchedulingRequest request;
        private final List<Window> except = new ArrayList<>();
        private @Nullable Refused refused;
        private @Nullable Proposed proposed;
        private @Nullable Asked asked;
        private @Nullable PassedOn passedOn;

        Said(SchedulingRequest request) {
            this.request = request;
        }

        void heard(SchedulingAnswer answer) {
            switch (answer) {
                case Accepted(var without) -> {
                    except.addAll(without);
                    request = request.at(without(request.times(), without));
                }
                case Refused no -> refused = no;
                case Proposed other -> {
                    proposed = other;
                    request = request.at(other.times());
                }
                case Asked who -> asked = who;
                case PassedOn to -> passedOn = passedOn == null ? to : passedOn;
            }
        }

        private static List<Window> without(List<Window> times, List<Window> without) {
            var left = new ArrayList<>(times);
            left.removeAll(without);
            return left;
        }

        SchedulingAnswer answer() {
            if (passedOn != null) {
                return passedOn;
            }
            if (proposed != null) {
                return proposed;
            }
            return asked == null ? new Accepted(except) : new Asked(asked.owners(), except);
        }
    }
}
