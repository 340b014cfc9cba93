package org.imipagent.store;

import java.time.Instant;
import org.imipagent.calendar.CalendarAddress;

/**
 * A code that was mailed to an address, for whoever says that the address is theirs.
 *
 * @param digest what proves the code without telling it
 * @param attempts how often another code was entered
 */
public record AliasCode(CalendarAddress alias, Instant asked, String digest, int attempts) {}
