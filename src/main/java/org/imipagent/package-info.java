/**
 * imip-agent: a calendar agent inside the mail system. src/docs/architecture.md shows the house.
 */
@NullMarked
package org.imipagent;

import org.jspecify.annotations.NullMarked;
