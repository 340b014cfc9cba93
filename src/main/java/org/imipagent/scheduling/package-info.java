/**
 * How a resource, or a person who wishes it, answers by itself: functions in a chain, each of which
 * may refuse. Asked are the times of an event that was kept; the answer becomes that of an
 * attendee, by the same rules as a person's ({@code itip.AutomaticReplies}).
 *
 * <p>Domain: pure. A further function is one class here, one line in {@link
 * org.imipagent.scheduling.SchedulingFunctions}, and one story.
 */
@NullMarked
package org.imipagent.scheduling;

import org.jspecify.annotations.NullMarked;
