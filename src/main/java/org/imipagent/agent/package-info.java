/**
 * The one way anything changes: parse, load, decide, commit, publish.
 *
 * <p>Application: loads what the rules may see inside one transaction, lets {@code
 * org.imipagent.itip} decide, writes what was decided with the outbox in the same commit, and then
 * sends, publishes and hands on.
 */
@NullMarked
package org.imipagent.agent;

import org.jspecify.annotations.NullMarked;
