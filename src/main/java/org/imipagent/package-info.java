/**
 * imip-agent: a calendar agent inside the mail system. src/docs/architecture.md shows how it is
 * built.
 */
@NullMarked
package org.imipagent;

import org.jspecify.annotations.NullMarked;
