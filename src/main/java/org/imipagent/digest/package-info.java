/**
 * SHA-256 without the JDK's table of security providers, which took a fifth of the start of a page
 * on the JVM (decision 0029).
 */
@NullMarked
package org.imipagent.digest;

import org.jspecify.annotations.NullMarked;
