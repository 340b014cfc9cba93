package org.imipagent.manager;

/** What the list shows. */
public record ListView(Frame frame, CalendarHead head, Agenda agenda) {}
