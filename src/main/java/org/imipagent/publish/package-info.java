/**
 * Writes public free/busy files for the web server.
 *
 * <p>Adapter: knows the folder that Apache serves. Files are written by rename, so that a reader
 * never sees half of one.
 */
@NullMarked
package org.imipagent.publish;

import org.jspecify.annotations.NullMarked;
