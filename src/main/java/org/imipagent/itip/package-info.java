/**
 * The rules of scheduling (RFC 5546) for organiser and attendee: a message came, or the user
 * changed something.
 *
 * <p>Domain: pure. The three entries, {@code IncomingRules}, {@code OwnMailRules} and {@code
 * UserActionRules}, take the state, what came and the time, and give a {@code Decision}: what to
 * change, what to send, and the verdict that log, mail and activity page tell.
 */
@NullMarked
package org.imipagent.itip;

import org.jspecify.annotations.NullMarked;
