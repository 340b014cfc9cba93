/**
 * One small class a program: the only place with environment, clock, exit status and standard
 * output.
 */
@NullMarked
package org.imipagent.main;

import org.jspecify.annotations.NullMarked;
