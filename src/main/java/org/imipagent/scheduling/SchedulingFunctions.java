package org.imipagent.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The functions by name, and how a chain of them decides. */
public final class SchedulingFunctions {

    private static final Map<String, SchedulingFunction> ALL =
            Map.of(
                    "schedule_in_freebusy", new ScheduleInFreeBusy(),
                    "same_domain_only", new SameDomainOnly(),
                    "access_control_list", new AccessControlList());

    private SchedulingFunctions() {}

    /** What may stand in the preference. */
    public static Set<String> names() {
        return ALL.keySet();
    }

    /**
     * The first function that refuses decides. One that this program does not have refuses, and so
     * does an empty chain: nobody gets what the administrator may have meant to keep from them.
     *
     * @param chain the lines of the preference
     */
    public static SchedulingAnswer answer(List<String> chain, SchedulingRequest request) {
        SchedulingAnswer answer = SchedulingAnswer.declined(SchedulingAnswer.Reason.NOT_SET_UP, "");
        for (String line : chain) {
            List<String> words = words(line);
            String name = words.isEmpty() ? "" : words.getFirst();
            @Nullable SchedulingFunction function = ALL.get(name);
            answer =
                    function == null
                            ? SchedulingAnswer.declined(SchedulingAnswer.Reason.NOT_SET_UP, name)
                            : function.answer(request, words.subList(1, words.size()));
            if (!answer.isAccepted()) {
                return answer;
            }
        }
        return answer;
    }

    static List<String> words(String line) {
        var words = new ArrayList<String>();
        for (String word : line.split(" ", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
