/**
 * Bytes from nowhere: whatever comes, the program neither crashes nor hangs nor grows past a bound.
 *
 * <p>In the build each target runs on the seeds beside it ({@code src/test/resources}); {@code
 * scripts/fuzz} lets Jazzer look for others. What it finds is added to the seeds.
 */
@NullMarked
package org.imipagent.fuzz;

import org.jspecify.annotations.NullMarked;
