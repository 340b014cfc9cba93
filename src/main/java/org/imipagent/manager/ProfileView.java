package org.imipagent.manager;

import java.util.List;
import org.imipagent.manager.EventView.Notice;
import org.jspecify.annotations.Nullable;

/**
 * What the page of the settings shows.
 *
 * @param errors to the fields that are wrong
 */
public record ProfileView(
        Frame frame,
        String title,
        List<Notice> notices,
        List<Link> errors,
        FormHead form,
        List<Section> sections,
        Aliases aliases,
        Link files) {

    /**
     * Where the form goes, and the words of its button.
     *
     * @param version of the preferences that the form was made from
     */
    public record FormHead(String action, String token, String version, String save) {}

    /**
     * Settings that belong together.
     *
     * @param published where the person's free/busy is published; null for nowhere
     * @param feed the person's calendar feed; null for none
     * @param shortcuts what keys and the mouse do; null where that is not told
     */
    public record Section(
            String id,
            String title,
            List<Field> fields,
            @Nullable Published published,
            @Nullable CalendarFeed feed,
            @Nullable Shortcuts shortcuts) {}

    /**
     * What the script of the pages adds to them.
     *
     * @param mouse what can be dragged, in words
     */
    public record Shortcuts(String title, List<Shortcut> all, String mouse) {}

    /**
     * What a key does.
     *
     * @param keys any of them; those of one entry, such as {@code g c}, one after the other
     */
    public record Shortcut(List<String> keys, String does) {}

    /**
     * One preference.
     *
     * @param standard what holds without a choice, in words; "" where the menu says it
     * @param error what is wrong with what was entered; "" for nothing
     */
    public record Field(
            String name, String label, String help, String standard, Input input, String error) {

        /** What describes the field: its help, and what is wrong. */
        public String described() {
            return error.isEmpty() ? name + "-help" : name + "-help " + name + "-error";
        }

        public @Nullable String invalid() {
            return error.isEmpty() ? null : "true";
        }
    }

    /** How a preference is entered. */
    public sealed interface Input {}

    public record TextLine(String value, int most) implements Input {}

    public record TextLines(String value) implements Input {}

    public record Menu(List<Group> groups) implements Input {}

    public record WeekOfHours(List<DayHours> days) implements Input {}

    /** Choices of a menu; a group without a label has none around it. */
    public record Group(String label, List<Option> options) {}

    /**
     * A choice of a menu.
     *
     * @param language of the label; null for that of the page
     */
    public record Option(String value, String label, boolean chosen, @Nullable String language) {}

    /** The hours of one weekday. */
    public record DayHours(
            String name, String day, String from, String fromLabel, String to, String toLabel) {}

    /** Addresses of free/busy. */
    public record Published(String title, List<String> addresses) {}

    /** The address of a calendar feed, in every form that a program takes. */
    public record CalendarFeed(
            Link address,
            String secret,
            Link open,
            Square square,
            List<EventView.Fact> programs,
            String renew) {}

    /**
     * A QR code.
     *
     * @param side of the square in modules, with the quiet zone around it
     * @param path the dark modules, as the path of an SVG
     */
    public record Square(String label, int side, String path) {}

    /** The person's further addresses. */
    public record Aliases(
            String title, String hint, List<Alias> all, List<Waiting> waiting, NewAlias add) {}

    /** One, with the button that removes it. */
    public record Alias(String address, String remove, String removeLabel) {}

    /** One that a code was mailed to. */
    public record Waiting(
            String address,
            String id,
            String label,
            String code,
            String error,
            String confirm,
            String confirmLabel) {}

    /** Where a further one is entered. */
    public record NewAlias(String label, String hint, String value, String error, String send) {}
}
