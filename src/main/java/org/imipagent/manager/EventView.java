package org.imipagent.manager;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of an event shows, in its order: when and where, what there is to answer or to
 * decide, who comes, what it is about.
 *
 * @param standing how the person stands to it; null where the notices say all
 * @param facts when, how it repeats, where
 * @param guestForms what else a guest may do, beside the form of the answer
 * @param details what few ask for
 * @param endingForms cancel it, remove it
 * @param ways to other pages
 */
public record EventView(
        Frame frame,
        String title,
        String look,
        List<Notice> notices,
        List<Fact> facts,
        Joining joining,
        @Nullable Conflicting conflicts,
        @Nullable Standing standing,
        @Nullable Link change,
        @Nullable UnsentForm unsent,
        @Nullable AnswerForm answer,
        List<ActionForm> guestForms,
        Deciding deciding,
        @Nullable People people,
        String descriptionLabel,
        List<TextSpan> description,
        @Nullable Times coming,
        List<Fact> details,
        Files files,
        @Nullable History history,
        List<ActionForm> endingForms,
        List<Link> ways) {

    /**
     * Something to know before all else.
     *
     * @param kind class: plain, good, warning, bad
     */
    public record Notice(String kind, String text) {}

    /** How the person stands to the event: their answer, what they wrote and proposed. */
    public record Standing(String kind, List<String> sentences) {
        public Standing {
            sentences = List.copyOf(sentences);
        }
    }

    /** A label and what it stands for, with what there is to add, such as another zone's time. */
    public record Fact(String label, List<TextSpan> text, String addition) {}

    /** What is attached. */
    public record Files(String label, List<File> files) {
        public Files {
            files = List.copyOf(files);
        }
    }

    /**
     * A file.
     *
     * @param href "" where it came with the mail
     * @param addition where it is
     */
    public record File(String name, String href, String addition) {}

    /** The ways to take part from afar. */
    public record Joining(String label, List<Conference> ways) {}

    /** What else there is at the time: a line that opens. */
    public record Conflicting(String summary, List<Time> others) {}

    /** What waits for the organiser. */
    public record Deciding(
            String proposalsTitle,
            List<Proposal> proposals,
            String askingsTitle,
            List<Asking> askings) {}

    /**
     * A table of people.
     *
     * @param summary counts their answers; "" where only rooms are invited
     * @param more how many more there are than are shown; "" for none
     */
    public record People(
            String title,
            String summary,
            String nameColumn,
            String answerColumn,
            List<Invited> invited,
            String more) {}

    /**
     * Somebody invited.
     *
     * @param note as what: optional, room, in whose place
     * @param before what was answered before the last change; "" for nothing
     * @param comment what they wrote along; "" for nothing
     * @param trouble what their calendar program says is wrong, in its words; "" for nothing
     */
    public record Invited(
            String name,
            String email,
            String note,
            String answer,
            String answerClass,
            String before,
            String comment,
            String trouble) {}

    /**
     * What was saved and not sent: a button to send it, and one to throw it away.
     *
     * @param discard "" where somebody knows the event already
     */
    public record UnsentForm(
            String action,
            String token,
            String version,
            String hint,
            String send,
            String discard) {}

    /**
     * The form to answer with.
     *
     * @param scopes one or two choices of what the answer counts for; empty where there is no
     *     choice
     * @param error what is wrong with the comment; "" for nothing
     */
    public record AnswerForm(
            String title,
            String hint,
            String action,
            String token,
            String version,
            List<Choice> scopes,
            String scopeLabel,
            List<Choice> answers,
            String commentLabel,
            String comment,
            String error,
            int mostCharacters) {}

    /**
     * Something more to do, behind a line to open.
     *
     * @param fields one-line fields, before the comment
     * @param comment null where nobody would read it
     */
    public record ActionForm(
            String title,
            String hint,
            String action,
            String token,
            String version,
            List<Choice> scopes,
            String scopeLabel,
            List<Field> fields,
            @Nullable Field comment,
            int mostCharacters,
            Choice button,
            boolean open) {}

    /**
     * A field with its label.
     *
     * @param type of HTML
     * @param error what is wrong with the value; "" for nothing
     */
    public record Field(
            String name,
            String id,
            String label,
            String type,
            String value,
            boolean required,
            String error) {}

    /**
     * What an attendee proposes instead.
     *
     * @param date which date of a series it is about; "" where the page is about it
     * @param now and proposed name the two columns
     * @param consequences what accepting and declining do; empty where it is not said
     */
    public record Proposal(
            String sentence,
            String date,
            String now,
            String proposed,
            List<Difference> differences,
            String comment,
            List<String> consequences,
            String action,
            String token,
            String version,
            String attendee,
            String accept,
            String decline) {}

    /** What is proposed, beside what it is now. */
    public record Difference(String label, String before, String after) {}

    /** One of several. */
    public record Choice(String value, String label, boolean chosen) {}

    /**
     * Somebody not invited who answered.
     *
     * @param comment what they wrote along; "" for nothing
     */
    public record Asking(
            String sentence,
            String comment,
            String action,
            String token,
            String version,
            String attendee,
            String letIn,
            String refuse) {}

    /** A table of times. */
    public record Times(
            String title, String hint, String whenColumn, String stateColumn, List<Time> rows) {}

    /** A time in a table; with the name of the event it belongs to. */
    public record Time(String href, String when, String title, String state, String look) {}

    /** What became of the event, newest first. */
    public record History(String title, List<Happening> rows) {}

    /**
     * Something that became of it.
     *
     * @param addition the date it is about and the answer given; "" for neither
     */
    public record Happening(
            String when, String machineTime, String who, String what, String addition) {}
}
