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
 *     delegator alone, and nothing in the reply says which text was handed on
 */
record AgreementExceptions(Set<String> removed, Set<String> forgotten, Set<String> unheard) {

    static AgreementExceptions none() {
        return new AgreementExceptions(new HashSet<>(), new HashSet<>(), new HashSet<>());
    }

    void remove(AgreementPerson person, String uid, boolean inOrder) {
        (inOrder ? removed : forgotten).add(key(person, uid));
    }

    void handOn(AgreementPerson person, String uid) {
        unheard.add(key(person, uid));
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
