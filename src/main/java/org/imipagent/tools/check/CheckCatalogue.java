package org.imipagent.tools.check;

import java.util.List;
import org.imipagent.agent.Installation;
import org.jspecify.annotations.Nullable;

/** All checks, in the order in which they are asked. */
public final class CheckCatalogue {

    static final List<Check> ALL =
            List.of(
                    Check.machine(
                            "users",
                            "the user and group imip-agent, and Apache's user in that group",
                            AccountsCheck::ask),
                    Check.site(
                            "STORE_DIR",
                            "both users can read and write the calendars",
                            FolderCheck::store),
                    Check.site(
                            "PUBLISH_DIR",
                            "both users can write the published files",
                            FolderCheck::published),
                    Check.site("disk", "enough room on their disks", DiskCheck::ask),
                    Check.site(
                            "store",
                            "the calendars are whole, of this version; preferences that hold; what"
                                    + " the chains of resources name; mail that waits for more than"
                                    + " an hour",
                            StoreCheck::ask),
                    Check.site(
                            "sending",
                            "SENDMAIL runs for both users, or SMTP_HOST answers",
                            SendingCheck::ask),
                    Check.site("MESSAGE_SENDER", "the sender is no example", AddressCheck::sender),
                    Check.site(
                            "MANAGER_URL",
                            "links in messages lead to a host that others can reach",
                            AddressCheck::manager),
                    Check.site("TZID", "in which zone times are shown", ZoneCheck::ask),
                    new Check(
                            "postfix",
                            "its domains, its recipients, and that it gives mail to the agent",
                            PostfixCheck::ask),
                    Check.machine("exim", "that it gives mail to the agent", EximCheck::ask),
                    Check.machine(
                            "mailboxes",
                            "the socket of Dovecot or Cyrus answers the user imip-agent",
                            MailboxesCheck::ask),
                    Check.site(
                            "apache",
                            "its sites, modules, group, list of users and folders; that the"
                                    + " manager's address asks for a log-in",
                            ApacheCheck::ask),
                    Check.machine(
                            "samples",
                            "the samples have not changed since they were copied",
                            SamplesCheck::ask),
                    Check.machine("timers", "the regular jobs are on", TimersCheck::ask),
                    Check.site("clock", "the time is right", ClockCheck::ask),
                    Check.machine(
                            "archives",
                            "the JDK takes the archives that make it start fast",
                            ArchivesCheck::ask));

    private CheckCatalogue() {}

    /**
     * Asks everything; changes nothing.
     *
     * @param site null where the settings do not hold
     * @param wrong what is wrong with them, a line each
     */
    public static List<Finding> run(
            CheckContext context, @Nullable Installation site, List<String> wrong) {
        var findings = new Findings();
        Findings settings = findings.of("settings");
        SettingsCheck.ask(context, settings);
        SettingsCheck.wrong(context, wrong, settings);
        if (settings.isClean()) {
            settings.ok(context.config() + " can be read, and holds");
        }
        for (Check check : ALL) {
            check.question().ask(context, site, findings.of(check.name()));
        }
        return findings.list();
    }
}
