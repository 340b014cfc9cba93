package org.imipagent.itip;

/**
 * How far an event has run.
 *
 * @param isOver nothing of it is still to come: then nobody is mailed about it
 * @param before how many occurrences its rule gives before the one in question
 */
public record Course(boolean isOver, int before) {

    public static final Course AHEAD = new Course(false, 0);
}
