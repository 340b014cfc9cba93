package org.imipagent.stories;

import org.imipagent.calendar.Participation;

/**
 * Something that one of the people of a law does. A value, made before anything happens: numbers
 * choose among what there is when it is done ("the second date that takes place now"), so that an
 * act means something in every story, also in one from which other acts were taken out.
 */
sealed interface AgreementAct {

    /** What of a series an act is about. */
    enum Scope {
        DATE,
        FUTURE,
        SERIES
    }

    /**
     * What an act is about.
     *
     * @param date chooses among the dates that take place, in the calendar of who acts
     */
    record Target(Scope scope, int date) {
        @Override
        public String toString() {
            return switch (scope) {
                case DATE -> "one date";
                case FUTURE -> "a date and all that follow";
                case SERIES -> "the whole event";
            };
        }
    }

    // ---- the organiser

    /** Another time: so much later, and so much longer. */
    record Move(Target on, int minutes, int longer) implements AgreementAct {}

    record Title(Target on, String text) implements AgreementAct {}

    record Place(Target on, String text) implements AgreementAct {}

    /** The page has no field for it: a program of the organiser's writes it. */
    record Link(Target on, String url) implements AgreementAct {}

    /** Another rule: daily, weekly, none. */
    record Repeat(int date, String how) implements AgreementAct {}

    record Count(int date, int times) implements AgreementAct {}

    /** The series ends with the day of one of its dates. */
    record Until(int date, int last) implements AgreementAct {}

    /** EXDATE, as programs write it that know no cancelled dates. */
    record Exclude(int date) implements AgreementAct {}

    /** An excluded date takes place again. */
    record Include(int date) implements AgreementAct {}

    record PutOn(Target on, int who) implements AgreementAct {}

    record TakeOff(Target on, int who) implements AgreementAct {}

    record Cancel(Target on) implements AgreementAct {}

    record AnswerCounter(int which, boolean accept) implements AgreementAct {}

    /** Lets in, or refuses, who answered without being invited. */
    record AnswerUninvited(int which, boolean accept) implements AgreementAct {}

    // ---- an attendee

    record Answer(int who, Target on, Participation how) implements AgreementAct {}

    record Delegate(int who, Target on) implements AgreementAct {}

    record Counter(int who, Target on, int minutes) implements AgreementAct {}

    record Remove(int who, int date) implements AgreementAct {}
}
