package org.imipagent.manager;

import org.imipagent.agent.IdempotencyKey;
import org.imipagent.agent.ProfileAction;
import org.imipagent.calendar.CalendarAddress;

/**
 * What a person does on the page of their settings, as the agent is to carry it out.
 *
 * @param version of the preferences as they were when the form was made
 * @param form so that it acts once however often it is sent
 */
public record ProfileRequest(
        CalendarAddress user, ProfileAction action, String version, IdempotencyKey form) {}
