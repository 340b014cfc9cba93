package org.imipagent.manager;

import org.imipagent.agent.IdempotencyKey;
import org.imipagent.itip.Person;

/**
 * The person takes back what they did.
 *
 * @param activity the number of the entry that tells of it
 * @param form so that it acts once however often it is sent
 */
public record UndoRequest(Person person, long activity, IdempotencyKey form) {}
