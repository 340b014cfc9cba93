package org.imipagent.manager;

import java.util.List;
import org.imipagent.manager.EventView.Choice;
import org.jspecify.annotations.Nullable;

/**
 * When people can meet.
 *
 * @param notes what could not be done as it was asked
 * @param done what was done just now; "" for nothing
 * @param found null where nobody was asked about
 */
public record FindTimeView(
        Frame frame,
        String title,
        Asked asked,
        List<String> notes,
        String done,
        @Nullable Found found) {

    public FindTimeView {
        notes = List.copyOf(notes);
    }

    /**
     * The form.
     *
     * @param token "" where nothing is looked up elsewhere
     * @param rooms null where the site has none
     * @param fields one for each person, some empty
     * @param peopleError what is wrong with one of them; "" for nothing
     */
    public record Asked(
            String action,
            String token,
            String peopleLabel,
            String peopleHint,
            List<Field> fields,
            String peopleError,
            List<String> known,
            Menu length,
            Menu days,
            Date date,
            Choice allHours,
            @Nullable Rooms rooms,
            String button) {}

    /**
     * Whether a room is to be free, too.
     *
     * @param seats for how many people
     */
    public record Rooms(Menu which, String seatsLabel, int seats, int mostSeats) {}

    /** A field for a person. */
    public record Field(String label, String value, boolean isWrong) {}

    /**
     * The form that asks by mail.
     *
     * @param fields what is shown, by name
     */
    public record Asking(
            String action, String token, List<Hidden> fields, String button, String hint) {
        public Asking {
            fields = List.copyOf(fields);
        }
    }

    /** A field that is not seen. */
    public record Hidden(String name, String value) {}

    /** A choice of one. */
    public record Menu(String label, List<Choice> choices) {}

    /** The first day. */
    public record Date(String label, String value) {}

    /**
     * What was found.
     *
     * @param intro of the times that suit best
     * @param times links to a new event
     * @param later the next time that suits all, where there is none here; null where there is
     * @param people what is known of whom
     * @param asking the form that asks by mail who is not known; null where nobody is to be asked
     * @param chosen the form that makes an event of what is chosen
     */
    public record Found(
            String title,
            String intro,
            List<Time> times,
            @Nullable Link later,
            String peopleTitle,
            List<Who> people,
            @Nullable Asking asking,
            Chosen chosen,
            List<Day> days,
            @Nullable Link before,
            @Nullable Link after) {}

    /**
     * A time that suits.
     *
     * @param note whom it does not; "" for nobody
     * @param rooms which of those that are wanted are free then; "" for none
     */
    public record Time(String href, String label, String note, String rooms) {}

    /** Somebody, and how much is known of their time. */
    public record Who(String name, String note) {}

    /**
     * The guests go along with the times.
     *
     * @param room the room that goes along; null where none is wanted
     */
    public record Chosen(
            String action,
            List<String> guests,
            @Nullable Menu room,
            String title,
            String hint,
            String button) {}

    /**
     * A day.
     *
     * @param hours of its scale
     * @param width of a bar, in minutes
     * @param ticks its hours, as the path of an SVG
     * @param free the times that suit all
     * @param nothing that there is none; "" where there is
     */
    public record Day(
            String id,
            String title,
            List<String> hours,
            int width,
            String ticks,
            List<Row> rows,
            String freeTitle,
            List<Choosable> free,
            String nothing) {}

    /**
     * A person's day.
     *
     * @param words the same for who does not see it
     */
    public record Row(String name, List<Block> blocks, String words) {}

    /** A part of a day, in minutes since the beginning of the scale. */
    public record Block(String kind, int from, int length, String label) {}

    /**
     * A time that can be chosen.
     *
     * @param rooms which of those that are wanted are free then; "" for none
     */
    public record Choosable(String value, String label, String rooms) {}
}
