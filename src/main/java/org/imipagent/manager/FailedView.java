package org.imipagent.manager;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no page.
 *
 * @param details who is logged in, and what finds it in the log; a line each
 * @param undo brings back what would be there; null where nothing does
 */
public record FailedView(
        Frame frame,
        String title,
        String text,
        List<String> details,
        PageNotice.@Nullable UndoForm undo,
        Link home) {}
