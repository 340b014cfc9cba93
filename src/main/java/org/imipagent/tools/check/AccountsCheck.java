package org.imipagent.tools.check;

/** The two users and their group: both write the store and the published files. */
final class AccountsCheck {

    private static final String CREATE =
            "adduser --system --group --home /var/lib/imip-agent --no-create-home imip-agent";

    private AccountsCheck() {}

    static void ask(CheckContext context, Findings findings) {
        Askers askers = context.askers();
        Accounts accounts = askers.accounts();
        Account mail = accounts.user(Askers.MAIL);
        Integer group = accounts.groupNamed(Askers.MAIL);
        if (!askers.isRoot()) {
            findings.note(
                    "asked as "
                            + askers.self().name()
                            + " only: run it as root to ask as the users of the mail system and"
                            + " the web server");
        }
        if (mail == null || group == null) {
            if (askers.isRoot()) {
                findings.problem("there is no user or no group imip-agent", CREATE);
            }
            return;
        }
        Account web = accounts.user(askers.webName());
        if (!mail.isIn(group)) {
            notIn(mail, findings);
        } else if (web != null && !web.isIn(group)) {
            notIn(web, findings);
        } else if (web == null) {
            findings.note("there is no user " + askers.webName() + ": no web server here");
        } else {
            findings.ok(web.name() + " is in the group imip-agent");
        }
    }

    private static void notIn(Account account, Findings findings) {
        findings.problem(
                account.name() + " is not in the group imip-agent, which writes the calendars",
                "adduser " + account.name() + " imip-agent && systemctl restart apache2");
    }
}
