/**
 * When a series takes place (RFC 5545, 3.8.5): rules, dates and changed occurrences, expanded
 * within a budget of counted steps; which RECURRENCE-ID names which occurrence.
 *
 * <p>Domain: pure.
 */
@NullMarked
package org.imipagent.recurrence;

import org.jspecify.annotations.NullMarked;
