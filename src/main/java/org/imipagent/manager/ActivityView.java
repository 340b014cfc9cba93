package org.imipagent.manager;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of each mail and each click.
 *
 * @param trouble why nothing was undone; "" for nothing tried
 */
public record ActivityView(
        Frame frame,
        String title,
        String trouble,
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
     * @param mail who was mailed; "" for nobody
     * @param refused whether nothing was done
     * @param undo null where it cannot be undone
     */
    public record Entry(
            String when,
            String machineTime,
            String sentence,
            String mail,
            String word,
            String detail,
            String event,
            String href,
            String from,
            boolean refused,
            PageNotice.@Nullable UndoForm undo) {}
}
