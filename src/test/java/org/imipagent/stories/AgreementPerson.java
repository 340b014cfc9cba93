package org.imipagent.stories;

import org.imipagent.calendar.CalendarAddress;

/** Somebody in a law, with their calendar at a site. */
record AgreementPerson(String name, CalendarAddress address, AgreementSite site) {}
