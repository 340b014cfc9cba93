/**
 * The adapter for MIME (RFC 2045, 6047), sendmail, SMTP and LMTP.
 *
 * <p>Finds calendar parts in messages, composes messages, hands messages on byte for byte.
 */
@NullMarked
package org.imipagent.mail;

import org.jspecify.annotations.NullMarked;
