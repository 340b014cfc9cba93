package org.imipagent.manager;

import java.util.List;

/**
 * What may be booked, and what waits for the person who looks after some of it.
 *
 * @param told what was just decided; "" for nothing
 * @param trouble why it was not; "" for nothing tried
 */
public record ResourcesView(
        Frame frame,
        String title,
        String told,
        String trouble,
        String waitingTitle,
        List<Asked> waiting,
        String intro,
        List<Entry> resources) {

    public ResourcesView {
        waiting = List.copyOf(waiting);
        resources = List.copyOf(resources);
    }

    /**
     * Something that waits.
     *
     * @param message what was written along; "" for nothing
     */
    public record Asked(
            String id,
            String title,
            String when,
            String from,
            String message,
            RequestsView.Quick answers) {}

    /**
     * A resource.
     *
     * @param facts what it is, for how many, where
     * @param free whether it is free at this moment
     */
    public record Entry(
            String name,
            String href,
            String facts,
            String note,
            String state,
            boolean free,
            Link book) {}

    /**
     * One resource by itself.
     *
     * @param owners who looks after it; "" for nobody
     */
    public record One(
            Frame frame,
            Entry entry,
            String owners,
            String timesTitle,
            String none,
            List<Time> times) {
        public One {
            times = List.copyOf(times);
        }
    }

    /**
     * A time that is taken.
     *
     * @param what the event and who organises it, for who looks after it; else that it is taken
     */
    public record Time(String when, String what) {}
}
