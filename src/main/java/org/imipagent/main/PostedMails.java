package org.imipagent.main;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.agent.Installation;
import org.imipagent.store.Posted;
import org.imipagent.store.WriteTransaction;

/** Mails that were just posted, taken out of the outbox to be printed and not sent ({@code -d}). */
final class PostedMails {

    private PostedMails() {}

    static List<Posted> taken(Installation site, List<Long> posted, Instant now) {
        return posted.isEmpty()
                ? List.of()
                : site.store().effect(writing -> taken(writing, posted, now));
    }

    private static List<Posted> taken(WriteTransaction writing, List<Long> posted, Instant now) {
        var mails = new ArrayList<Posted>();
        for (long number : posted) {
            Posted mail = writing.posted(number, now);
            if (mail != null) {
                mails.add(mail);
                writing.sent(number);
            }
        }
        return mails;
    }
}
