/**
 * The adapter for kept data: one transaction an effect.
 *
 * <p>SQLite by default: one file, WAL, synchronous=FULL. Every table has the user in its key. The
 * iCalendar text of an event is the truth; occurrences are derived from it and can be rebuilt.
 */
@NullMarked
package org.imipagent.store;

import org.jspecify.annotations.NullMarked;
