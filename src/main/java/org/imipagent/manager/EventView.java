package org.imipagent.manager;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page of an event shows. */
public record EventView(
        Frame frame,
        String title,
        String look,
        List<Notice> notices,
        List<Fact> facts,
        String descriptionLabel,
        List<TextSpan> description,
        @Nullable People people,
        @Nullable AnswerForm answer,
        @Nullable Link change,
        @Nullable Link copy,
        @Nullable UnsentForm unsent,
        List<ActionForm> forms,
        List<Proposal> proposals,
        String proposalsTitle,
        List<Asking> askings,
        String askingsTitle,
        @Nullable Times overlaps,
        @Nullable Times coming,
        Link back,
        @Nullable Link series) {

    /**
     * Something to know before all else.
     *
     * @param kind class: plain, good, warning, bad
     */
    public record Notice(String kind, String text) {}

    /** A label and what it stands for, with what there is to add, such as another zone's time. */
    public record Fact(String label, List<TextSpan> text, String addition) {}

    /** A table of people. */
    public record People(
            String title, String nameColumn, String answerColumn, List<Invited> invited) {}

    /**
     * Somebody invited.
     *
     * @param before what was answered before the last change; "" for nothing
     * @param trouble what their calendar program says is wrong, in its words; "" for nothing
     */
    public record Invited(
            String name,
            String email,
            String note,
            String answer,
            String answerClass,
            String before,
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

    /** What an attendee proposes instead. */
    public record Proposal(
            String sentence,
            String when,
            String where,
            String comment,
            String action,
            String token,
            String version,
            String attendee,
            String accept,
            String decline) {}

    /** One of several. */
    public record Choice(String value, String label, boolean chosen) {}

    /** Somebody not invited who answered. */
    public record Asking(
            String sentence,
            String action,
            String token,
            String version,
            String attendee,
            String letIn,
            String refuse) {}

    /** A table of times. */
    public record Times(
            String title,
            String hint,
            String whenColumn,
            String eventColumn,
            String stateColumn,
            List<Time> rows) {}

    /** A time in a table; with the name of the event it belongs to. */
    public record Time(String href, String when, String title, String state, String look) {}
}
