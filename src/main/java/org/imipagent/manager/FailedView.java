package org.imipagent.manager;

import org.jspecify.annotations.Nullable;

/**
 * Why there is no page.
 *
 * @param undo brings back what would be there; null where nothing does
 */
public record FailedView(
        Frame frame, String title, String text, PageNotice.@Nullable UndoForm undo, Link home) {}
