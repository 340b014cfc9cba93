package org.imipagent.manager;

/**
 * A link of ours.
 *
 * @param current whether it leads to what is shown
 */
public record Link(String label, String href, boolean current) {}
