/**
 * Busy periods as sorted values: add, merge, conflict; and what of an event makes a person busy.
 *
 * <p>Domain: pure.
 */
@NullMarked
package org.imipagent.freebusy;

import org.jspecify.annotations.NullMarked;
