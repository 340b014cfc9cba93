/**
 * What a mail or a page says of a decision: subject, sentences, what changed from what to what,
 * what else the person has then.
 *
 * <p>Domain: pure text, no MIME and no HTML of a page.
 */
@NullMarked
package org.imipagent.notice;

import org.jspecify.annotations.NullMarked;
