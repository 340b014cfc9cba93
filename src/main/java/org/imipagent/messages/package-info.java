/**
 * What people read: the messages of each language, dates spelt, plurals.
 *
 * <p>Domain: pure. Words come from one catalogue a language; no other package holds a sentence for
 * people.
 */
@NullMarked
package org.imipagent.messages;

import org.jspecify.annotations.NullMarked;
