package org.imipagent.manager;

/** Why there is no page. */
public record FailedView(Frame frame, String title, String text, Link home) {}
