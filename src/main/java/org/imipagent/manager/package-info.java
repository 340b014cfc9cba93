/**
 * The web pages: one class a page, its view record, its form. Templates lie beside it in
 * src/main/jte.
 *
 * <p>Reads from the store, changes only through the agent.
 */
@NullMarked
package org.imipagent.manager;

import org.jspecify.annotations.NullMarked;
