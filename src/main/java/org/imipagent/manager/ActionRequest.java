package org.imipagent.manager;

import org.imipagent.agent.IdempotencyKey;
import org.imipagent.cgi.Form;
import org.imipagent.cgi.Site;
import org.imipagent.cgi.Tokens;
import org.imipagent.itip.Person;
import org.imipagent.itip.UserAction;

/**
 * What a person does on a page, as the agent is to carry it out.
 *
 * @param version of the event as it was when the form was made; another one is stale
 * @param form so that it acts once however often it is sent
 */
public record ActionRequest(
        Person person, String uid, UserAction act, long version, IdempotencyKey form) {

    static ActionRequest of(PageContext context, String uid, UserAction act) {
        Form form = context.request().form();
        return new ActionRequest(
                context.person(), uid, act, version(form.text("version")), key(form));
    }

    /** What is only looked at: no form asks for it yet. */
    static ActionRequest unsent(PageContext context, String uid, UserAction act) {
        return new ActionRequest(context.person(), uid, act, 0, IdempotencyKey.of(""));
    }

    /** Names a form: sent again unchanged, it is the same. */
    static IdempotencyKey key(Form form) {
        return new IdempotencyKey(
                Tokens.nonce(form.text(Site.TOKEN)), form.digestWithout(Site.TOKEN));
    }

    /** A version that is no number is stale: no event has it. */
    static long version(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException none) {
            return -1;
        }
    }
}
