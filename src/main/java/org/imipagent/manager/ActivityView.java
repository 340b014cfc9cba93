package org.imipagent.manager;

import java.util.List;

/** What became of each mail and each click. */
public record ActivityView(
        Frame frame,
        String title,
        String intro,
        String whenColumn,
        String whatColumn,
        String eventColumn,
        String fromColumn,
        List<Entry> entries) {

    /**
     * One of them.
     *
     * @param href the event's page; "" where it has none
     * @param word the technical name, as in the log
     * @param refused whether nothing was done
     */
    public record Entry(
            String when,
            String machineTime,
            String sentence,
            String word,
            String detail,
            String event,
            String href,
            String from,
            boolean refused) {}
}
