/**
 * One catalogue of every site setting and every personal preference: name, kind, default, help,
 * check.
 *
 * <p>Domain: pure. The file conf/config.txt, the manual and the profile page are made from the
 * catalogue.
 */
@NullMarked
package org.imipagent.settings;

import org.jspecify.annotations.NullMarked;
