/** What {@code check} asks of an installation: a small class for each subject, one catalogue. */
@org.jspecify.annotations.NullMarked
package org.imipagent.tools.check;
