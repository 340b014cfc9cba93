package org.imipagent.itip;

import java.util.List;

/**
 * What the rules say is to be done, and why.
 *
 * @param detail further words for log and activity page, such as the two sequences of a stale
 *     message; "" for none
 */
public record Decision(
        Verdict verdict, String detail, List<Change> changes, List<Outgoing> messages) {

    public Decision {
        changes = List.copyOf(changes);
        messages = List.copyOf(messages);
    }

    public static Decision refuse(Verdict verdict, String detail) {
        return new Decision(verdict, detail, List.of(), List.of());
    }

    public static Decision change(Verdict verdict, List<Change> changes) {
        return new Decision(verdict, "", changes, List.of());
    }
}
