/**
 * The rules of scheduling (RFC 5546) for organiser and attendee: a message came, or the user
 * changed something.
 *
 * <p>A room: pure. The two verbs take what is kept, what came and the time, and give a {@code
 * org.imipagent.itip.Decision}: what to change, what to send, and the verdict that log, mail and
 * activity page tell.
 */
@NullMarked
package org.imipagent.itip;

import org.jspecify.annotations.NullMarked;
