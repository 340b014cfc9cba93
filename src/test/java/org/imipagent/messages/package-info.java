/** Tests of the messages. */
@NullMarked
package org.imipagent.messages;

import org.jspecify.annotations.NullMarked;
