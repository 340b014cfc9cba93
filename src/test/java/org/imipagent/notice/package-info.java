/** Tests of what mails say. */
@NullMarked
package org.imipagent.notice;

import org.jspecify.annotations.NullMarked;
