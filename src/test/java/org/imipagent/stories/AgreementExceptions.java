package org.imipagent.stories;

import java.util.HashSet;
import java.util.Set;

/**
 * What the law does not hold, since nothing in the mails could tell it. Each is a person and an
 * event.
 *
 * @param removed somebody removed the event from their calendar: dates that it does not have since
 *     are not missing. Nobody was told of the removal, so the next mails of the organiser, who may
 *     write of one date alone, bring back what they bring
 * @param forgotten the same where mails may overtake each other: with the event, the calendar has
 *     forgotten which version it knew, and takes an older one that comes late for an invitation
 * @param unheard somebody was handed the event by another attendee, where mails may overtake each
 *     other: dates that the organiser does not know them at are not compared, nor are texts. A
 *     change of the organiser's that crosses the delegation undoes it, and the organiser, who has
 *     never heard of the delegate, cannot tell them; another text that crosses it reaches the
 *     delegator alone, and nothing in the reply says which text was handed on Nor are proposals of
 *     theirs: one that comes before the delegation is refused, for who proposes is not invited.
 *     Where a change was on its way to who handed the event on, nothing is compared: they passed on
 *     what was no more, the organiser leaves the delegate's invitation to them (RFC 5546, 3.2.2.3),
 *     and so nobody tells the delegate
 * @param putBack somebody is invited again to a date that was gone for them, by EXDATE, by its rule
 *     or as they were taken off, while a mail was still on its way: their answers and proposals to
 *     the event are not compared. SEQUENCE need not have changed, and the organiser keeps no
 *     history: an answer that crosses both is for the organiser one to the date as it is, and for
 *     the attendee one to a date that was gone since; who gets the second first sees no change at
 *     all
 */
record AgreementExceptions(
        Set<String> removed, Set<String> forgotten, Set<String> unheard, Set<String> putBack) {

    static AgreementExceptions none() {
        return new AgreementExceptions(
                new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
    }

    void remove(AgreementPerson person, String uid, boolean inOrder) {
        (inOrder ? removed : forgotten).add(key(person, uid));
    }

    /**
     * Somebody hands an event on.
     *
     * @param isBehind whether a change is on its way to them
     */
    void handOn(AgreementPerson person, String uid, boolean isBehind) {
        (isBehind ? forgotten : unheard).add(key(person, uid));
    }

    /** A date of an event is put back while mails are on their way to somebody. */
    void putBack(AgreementPerson person, String uid) {
        putBack.add(key(person, uid));
    }

    boolean isPutBack(AgreementPerson person, String uid) {
        return putBack.contains(key(person, uid));
    }

    boolean isRemoved(AgreementPerson person, String uid) {
        return removed.contains(key(person, uid));
    }

    boolean isForgotten(AgreementPerson person, String uid) {
        return forgotten.contains(key(person, uid));
    }

    boolean isUnheard(AgreementPerson person, String uid) {
        return unheard.contains(key(person, uid));
    }

    private static String key(AgreementPerson person, String uid) {
        return person.name() + " " + uid;
    }
}
