/** How long things take: run by scripts/benchmark, never by the build. */
@NullMarked
package org.imipagent.benchmark;

import org.jspecify.annotations.NullMarked;
