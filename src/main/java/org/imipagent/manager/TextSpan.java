package org.imipagent.manager;

import org.jspecify.annotations.Nullable;

/** A part of a text; with an address where it is a link. */
public record TextSpan(String text, @Nullable String href) {}
