/**
 * Stories: what is kept, what comes, and then what goes out, what the calendar shows and what
 * waits. The files lie in src/test/resources/stories; {@link org.imipagent.stories.Story} says how
 * one is written.
 */
@NullMarked
package org.imipagent.stories;

import org.jspecify.annotations.NullMarked;
