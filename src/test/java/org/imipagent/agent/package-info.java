/** Tests of the hall. */
@NullMarked
package org.imipagent.agent;

import org.jspecify.annotations.NullMarked;
