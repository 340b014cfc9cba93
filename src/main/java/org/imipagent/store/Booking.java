package org.imipagent.store;

import java.time.Instant;

/** A time that somebody has a resource. The end is exclusive. */
public record Booking(String uid, Instant start, Instant end) {}
