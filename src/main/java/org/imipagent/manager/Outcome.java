package org.imipagent.manager;

import org.imipagent.itip.Verdict;

/** What became of a {@link ActionRequest}. */
public sealed interface Outcome {

    /**
     * It was carried out, now or when the same form came before.
     *
     * @param activity the number of the entry that tells of it; 0 where there is none
     */
    record Done(Verdict verdict, long activity) implements Outcome {}

    /** The event has another version than the form was made for. */
    record Stale() implements Outcome {}

    /** The rules refuse it. */
    record Refused(Verdict verdict) implements Outcome {}
}
