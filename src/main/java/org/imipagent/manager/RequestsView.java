package org.imipagent.manager;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits for the person. */
public record RequestsView(
        Frame frame, String title, String intro, String intro2, List<Waiting> waiting) {

    /**
     * Something that waits.
     *
     * @param answers null where the event is gone
     */
    public record Waiting(
            String id,
            String title,
            String href,
            String look,
            String when,
            String where,
            String from,
            String arrived,
            String overlapsLabel,
            List<EventView.Time> overlaps,
            @Nullable Quick answers,
            EventView.@Nullable Asking asking,
            EventView.@Nullable Proposal proposal,
            String open) {}

    /** Buttons that answer at once. */
    public record Quick(
            String action, String token, String version, List<EventView.Choice> answers) {}
}
