package org.imipagent.notice;

import org.imipagent.messages.MailBody;

/** What a mail of ours says. */
public record MailText(String subject, MailBody body) {}
