package org.imipagent.manager;

import java.util.List;
import java.util.Map;
import org.imipagent.manager.EventView.Choice;
import org.imipagent.manager.EventView.Notice;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.jspecify.annotations.Nullable;

/**
 * What the form of an event shows.
 *
 * @param problems what is wrong, each with a link to its field
 * @param preview what would become of it; null where that was not asked for
 * @param errors what is wrong, by field
 * @param meanwhile what has become of a field since the form was made, by field
 * @param zone in which its times are
 * @param mails whom it may mail; null for an event of nobody else's, where mail is not spoken of
 * @param openDetails whether the fields of the second row are shown at once
 * @param categories used before
 */
public record EditView(
        Frame frame,
        String title,
        Messages texts,
        @Nullable Link back,
        List<Notice> notices,
        List<Link> problems,
        @Nullable Preview preview,
        Hidden hidden,
        EventFields sheet,
        Map<String, String> errors,
        Map<String, String> meanwhile,
        Choices choices,
        Guests guests,
        List<String> categories,
        String zone,
        @Nullable Mails mails,
        boolean openDetails) {

    /**
     * What the form carries along.
     *
     * @param madeFrom marks of what the form was made from; "" for a new event
     * @param madeWith the times that it shows
     * @param from the UID of what it is a copy of; "" for nothing
     * @param occurrence the date of it; "" for the whole
     */
    public record Hidden(
            String action,
            String token,
            String version,
            String madeFrom,
            String madeWith,
            String from,
            String occurrence) {}

    /** A day of the week; its button has the brief name. */
    public record Day(String value, String label, String brief, boolean chosen) {}

    /** A choice that says what it does. */
    public record Scope(String value, String label, String hint, boolean chosen) {}

    /**
     * What can be chosen.
     *
     * @param scopes empty where there is one event only
     * @param repeats empty where the rule is not in question
     * @param periods at other times of the day besides, as they were chosen for a new event
     */
    public record Choices(
            List<Scope> scopes,
            List<Choice> repeats,
            List<Day> days,
            List<Choice> ways,
            List<Choice> colours,
            List<Choice> busy,
            List<Choice> classes,
            List<Choice> reminders,
            List<Choice> periods) {}

    /**
     * Who is invited, and who more.
     *
     * @param listed those of the event, and those added since
     * @param typed what could not be read as an address
     * @param known people met before, as they are suggested
     * @param meanwhile what has become of them since the form was made; "" for nothing
     * @param times when they are free; null where that was not asked for
     */
    public record Guests(
            List<Guest> listed,
            String typed,
            List<String> known,
            String meanwhile,
            @Nullable GuestTimes times) {}

    /**
     * Somebody in the list.
     *
     * @param line the address, with the name
     * @param invited whether still ticked
     */
    public record Guest(String line, boolean invited) {}

    /**
     * What mails those whom it concerns.
     *
     * @param hint whom sending would tell, said before it is done
     */
    public record Mails(String hint, String send, String comment, int mostCharacters) {}

    /**
     * When the guests are free.
     *
     * @param none that nothing suits all; "" where something does
     * @param times each can be chosen for the event
     * @param all the page that shows everybody's days
     */
    public record GuestTimes(
            String title, String hint, String none, List<FindTimeView.Choosable> times, Link all) {}

    /**
     * What would become of the event.
     *
     * @param sentences when it is, and what of that was not typed
     * @param dates the next dates of a series; empty for none
     * @param mails whom it would mail; "" where mail is not spoken of
     * @param told what each of them would be told
     */
    public record Preview(
            List<String> sentences, List<PreviewDate> dates, String mails, List<String> told) {}

    /**
     * A date of a series.
     *
     * @param day as the field of dates that are skipped has it
     */
    public record PreviewDate(String day, String label, boolean skipped) {}

    /** Those of a list that are no more than days. */
    public List<String> days(List<String> dates) {
        return dates.stream().filter(date -> date.indexOf('/') < 0).toList();
    }

    public String say(MessageKey key) {
        return texts.say(key);
    }

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

    /** The same of a field that has a hint. */
    public String hinted(String field) {
        return error(field).isEmpty() ? field + "-hint" : field + "-hint " + field + "-error";
    }

    public int longestLine() {
        return EventFormReader.LONGEST_LINE;
    }
}
