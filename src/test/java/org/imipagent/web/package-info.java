/**
 * The programs as they are installed, under the real Apache and with a real directory.
 *
 * <p>Tests only. {@code Installation} is what scripts/lay-out makes of the jar; {@code
 * RunningApache} and {@code RunningSlapd} are servers of a test's own, in a folder of its own, on a
 * port of its own, which {@code ServerProcess} ends; {@code DemoCalendar} is the manager with a
 * calendar in it, {@code RunningBrowser} what a person looks at it with.
 */
@NullMarked
package org.imipagent.web;

import org.jspecify.annotations.NullMarked;
