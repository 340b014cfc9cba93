/**
 * The programs inside real mail servers: Postfix and Exim with the samples of conf, Dovecot's
 * mailboxes behind them.
 *
 * <p>Tests only. Each server runs in a folder of a test's own, on a port of its own, and ends with
 * the test.
 */
@NullMarked
package org.imipagent.mailserver;

import org.jspecify.annotations.NullMarked;
