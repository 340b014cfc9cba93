/**
 * RFC 3875: environment and standard input to a request; a response to standard output; routes;
 * forms and their tokens.
 *
 * <p>Adapter: knows HTTP, no calendars.
 */
@NullMarked
package org.imipagent.cgi;

import org.jspecify.annotations.NullMarked;
