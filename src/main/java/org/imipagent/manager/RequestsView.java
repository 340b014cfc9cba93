package org.imipagent.manager;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the person, a page of it.
 *
 * @param hint more words where nothing waits; else ""
 * @param previous and next page; null for none
 */
public record RequestsView(
        Frame frame,
        String title,
        String intro,
        String hint,
        List<Card> cards,
        @Nullable Link previous,
        @Nullable Link next) {

    public RequestsView {
        cards = List.copyOf(cards);
    }

    /**
     * All that waits about one event.
     *
     * @param when its next time that concerns the person
     * @param detail how it repeats and where it takes place; "" for nothing
     * @param from who invites, and when that came
     * @param before what was answered before the last change; "" for nothing
     * @param message what the organiser wrote along; "" for nothing
     * @param answers to the whole event; null where that does not wait
     * @param changed its dates that wait by themselves
     */
    public record Card(
            String id,
            String title,
            String href,
            String look,
            String when,
            String detail,
            String from,
            String before,
            String message,
            EventView.@Nullable Conflicting conflicts,
            @Nullable Quick answers,
            Changed changed,
            List<EventView.Asking> askings,
            List<EventView.Proposal> proposals,
            String open) {

        public Card {
            askings = List.copyOf(askings);
            proposals = List.copyOf(proposals);
        }
    }

    /**
     * Changed dates of a series.
     *
     * @param title counts them
     */
    public record Changed(String title, List<Dated> dates) {
        public Changed {
            dates = List.copyOf(dates);
        }
    }

    /** A date that waits by itself. */
    public record Dated(
            String id, String when, String href, String before, String message, Quick answers) {}

    /**
     * Buttons that answer at once, and a message behind a line to open.
     *
     * @param id of the field
     * @param scope what the answer is for; null where that need not be said
     */
    public record Quick(
            String id,
            String action,
            String token,
            String version,
            @Nullable Scope scope,
            List<EventView.Choice> answers,
            String addMessage,
            String commentLabel,
            int mostCharacters) {}

    /**
     * What an answer is for.
     *
     * @param value of the field; "" for none: the address says it
     */
    public record Scope(String value, String words) {}
}
