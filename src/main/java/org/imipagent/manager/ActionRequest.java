package org.imipagent.manager;

import org.imipagent.itip.Person;
import org.imipagent.itip.UserAction;

/**
 * What a person does on a page, as the agent is to carry it out.
 *
 * @param version of the event as it was when the form was made; another one is stale
 * @param nonce names the form, so that it acts once however often it is sent
 */
public record ActionRequest(
        Person person, String uid, UserAction act, long version, String nonce) {}
