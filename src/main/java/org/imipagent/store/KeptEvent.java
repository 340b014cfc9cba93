package org.imipagent.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is kept.
 *
 * @param text the iCalendar text of the whole event: the truth
 * @param version counts the changes; a form that was made for another version is stale
 * @param expandedTo up to where occurrences are written when there are more after it; null when all
 *     are
 * @param expandedFrom since when occurrences are written when there are more before it; null when
 *     all are
 */
public record KeptEvent(
        String uid,
        String text,
        long version,
        @Nullable Instant expandedTo,
        @Nullable Instant expandedFrom) {

    /** An event whose occurrences are written from the first on. */
    public KeptEvent(String uid, String text, long version, @Nullable Instant expandedTo) {
        this(uid, text, version, expandedTo, null);
    }
}
