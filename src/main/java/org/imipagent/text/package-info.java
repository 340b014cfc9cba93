/**
 * What people read: the messages of each language, dates spelt, plurals.
 *
 * <p>A room: pure. Words come from one catalogue a language; no other package holds a sentence for
 * people.
 */
@NullMarked
package org.imipagent.text;

import org.jspecify.annotations.NullMarked;
