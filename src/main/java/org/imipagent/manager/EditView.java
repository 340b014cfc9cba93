package org.imipagent.manager;

import java.util.List;
import java.util.Map;
import org.imipagent.manager.EventView.Choice;
import org.imipagent.manager.EventView.Notice;
import org.jspecify.annotations.Nullable;

/**
 * What the form of an event shows.
 *
 * @param madeFrom marks of what the form was made from; "" for a new event
 * @param errors what is wrong, by field
 * @param meanwhile what has become of a field since the form was made, by field
 * @param repeats empty where the rule is not in question
 * @param mails whom sending would tell, said before it is done
 */
public record EditView(
        Frame frame,
        String title,
        List<Notice> notices,
        String action,
        String token,
        String version,
        String madeFrom,
        EventFields sheet,
        Map<String, String> errors,
        Map<String, String> meanwhile,
        Labels labels,
        List<Choice> scopes,
        List<Choice> repeats,
        String keptRule,
        String zone,
        String comment,
        int mostCharacters,
        int longestLine,
        String mails,
        @Nullable Link back) {

    /** What stands beside the fields and on the buttons. */
    public record Labels(
            String title,
            String allDay,
            String start,
            String end,
            String startDate,
            String startTime,
            String endDate,
            String endTime,
            String place,
            String description,
            String people,
            String peopleHint,
            String repeat,
            String until,
            String times,
            String endHint,
            String comment,
            String scope,
            String send,
            String save,
            String check,
            String discard) {}

    /** What is to be said of a field; "" for nothing. */
    public String error(String field) {
        return errors.getOrDefault(field, meanwhile.getOrDefault(field, ""));
    }

    public @Nullable String invalid(String field) {
        return errors.containsKey(field) ? "true" : null;
    }

    /** Where a field is described further. */
    public @Nullable String described(String field) {
        return error(field).isEmpty() ? null : field + "-error";
    }
}
