package org.imipagent.tools.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.imipagent.agent.Installation;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.store.ReadTransaction;
import org.imipagent.store.StoreTrouble;
import org.jspecify.annotations.Nullable;

/** Whether Postfix gives the mail of the people to the agent, and refuses none of it. */
record PostfixCheck(CheckContext context, PostfixConfiguration postfix, Findings findings) {

    /** So many people are looked up. */
    private static final int MOST = 20;

    private static final String RELOAD = " && postfix reload";
    private static final String VIRTUAL = "virtual_mailbox_domains";

    static void ask(CheckContext context, @Nullable Installation site, Findings findings) {
        PostfixConfiguration postfix = PostfixConfiguration.of(context.file("etc/postfix"));
        if (postfix == null) {
            return;
        }
        if (!postfix.isOurs()) {
            if (!EximCheck.isOurs(context)) {
                findings.note("Postfix gives no mail to the agent: see mail.md");
            }
            return;
        }
        try {
            new PostfixCheck(context, postfix, findings).ask(people(postfix, site));
        } catch (IOException trouble) {
            findings.problem(String.valueOf(trouble.getMessage()), "correct that table of Postfix");
        }
    }

    private static List<String> people(PostfixConfiguration postfix, @Nullable Installation site)
            throws IOException {
        var people = new ArrayList<String>();
        for (String table : postfix.words("imip_people")) {
            if (table.startsWith("texthash:") || table.startsWith("hash:")) {
                people.addAll(keys(Path.of(table.substring(table.indexOf(':') + 1))));
            }
        }
        if (people.isEmpty() && site != null) {
            people.addAll(users(site));
        }
        return people.subList(0, Math.min(MOST, people.size()));
    }

    private static List<String> keys(Path file) throws IOException {
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.strip().split("\\s+", 2)[0])
                .filter(key -> key.indexOf('@') > 0)
                .toList();
    }

    private static List<String> users(Installation site) {
        try (ReadTransaction reading = site.store().read()) {
            return reading.users().stream().map(CalendarAddress::email).toList();
        } catch (StoreTrouble trouble) {
            return List.of(); // Its own check says so.
        }
    }

    private void ask(List<String> people) throws IOException {
        if (postfix.service("imip-person/unix").isEmpty()) {
            findings.problem(
                    "there is no service imip-person in " + postfix.folder() + "/master.cf",
                    "cat "
                            + context.samples()
                            + "/postfix/master.cf >>"
                            + postfix.folder()
                            + "/master.cf"
                            + RELOAD);
            return;
        }
        isRunning();
        Set<String> domains = new LinkedHashSet<>();
        people.forEach(person -> domains.add(person.substring(person.lastIndexOf('@') + 1)));
        for (String domain : domains) {
            domain(domain);
        }
        if (findings.isClean()) {
            recipients(people);
        }
        if (findings.isClean()) {
            localPrograms();
        }
        if (findings.isClean()) {
            warnings();
        }
        if (findings.isClean()) {
            findings.ok("Postfix gives the mail of the people to the agent");
        }
    }

    /** Who can write sendmail any sender must not be taken for a person who logged in. */
    private void localPrograms() {
        boolean makesCopies = !postfix.service("imip-outgoing/unix").isEmpty();
        if (makesCopies && !postfix.service("pickup/unix").contains("cleanup_service_name=")) {
            String own = context.isThisMachine() ? "" : "-c " + postfix.folder() + " ";
            findings.problem(
                    "programs of this machine can pass mail off as a copy of what a person sends",
                    "postconf " + own + "-P pickup/unix/cleanup_service_name=imip-local" + RELOAD);
        }
    }

    /** Each process of Postfix would warn, which can block its log. */
    private void warnings() {
        List<String> warnings = postfix.warnings().stream().distinct().toList();
        if (!warnings.isEmpty()) {
            findings.problem(
                    warnings.getFirst(),
                    "correct " + postfix.folder() + "/main.cf until postconf warns no more");
        }
    }

    /** Only root may read who it is. */
    private void isRunning() throws IOException {
        Path queue = Path.of(postfix.parameters().getOrDefault("queue_directory", ""));
        Path id = queue.resolve("pid/master.pid");
        if (!context.askers().isRoot()) {
            return;
        }
        String process = Files.exists(id) ? Files.readString(id).strip() : "";
        if (process.isEmpty() || !Files.exists(Path.of("/proc", process))) {
            findings.problem("Postfix does not run", "systemctl start postfix");
        }
    }

    private void domain(String domain) throws IOException {
        boolean isLocal = postfix.hasDomain("mydestination", domain);
        boolean isVirtual = postfix.hasDomain(VIRTUAL, domain);
        if (isLocal && isVirtual) {
            findings.problem(
                    domain
                            + " is in mydestination and in "
                            + VIRTUAL
                            + ": Postfix takes it for its own, and answers 550 to people who are"
                            + " not users of the machine",
                    postconf(VIRTUAL, without(VIRTUAL, domain)));
        } else if (!isLocal && !isVirtual && !postfix.hasDomain("relay_domains", domain)) {
            findings.problem(
                    "Postfix takes no mail for " + domain + ": it is not in mydestination",
                    postconf("mydestination", postfix.written("mydestination") + ", " + domain));
        }
    }

    private String without(String parameter, String domain) {
        return String.join(
                ", ",
                Words.of(postfix.written(parameter)).stream()
                        .filter(word -> !word.equalsIgnoreCase(domain))
                        .toList());
    }

    private String postconf(String parameter, String value) {
        String own = context.isThisMachine() ? "" : "-c " + postfix.folder() + " ";
        return "postconf " + own + "'" + parameter + " = " + value + "'" + RELOAD;
    }

    private void recipients(List<String> people) throws IOException {
        for (String person : people) {
            String domain = person.substring(person.lastIndexOf('@') + 1);
            boolean isVirtual = postfix.hasDomain(VIRTUAL, domain);
            String tables = isVirtual ? "virtual_mailbox_maps" : "local_recipient_maps";
            if (!postfix.words(tables).isEmpty() && !postfix.knows(tables, person)) {
                findings.problem(
                        "Postfix answers 550 to " + person + ", who is not in " + tables,
                        postconf(tables, postfix.written(tables) + " $imip_people"));
                return;
            }
            if (!postfix.transport(person).startsWith("imip-person")) {
                findings.problem(
                        "the mail of " + person + " does not go through the agent",
                        "take over transport_maps from "
                                + context.samples()
                                + "/postfix/main.cf"
                                + RELOAD);
                return;
            }
        }
    }

    /** The socket to which the service gives mail; "" for none. */
    static String socket(CheckContext context) {
        PostfixConfiguration postfix = PostfixConfiguration.of(context.file("etc/postfix"));
        return postfix == null ? "" : afterL(postfix.service("imip-person/unix"));
    }

    /** The word after -l. */
    static String afterL(String line) {
        List<String> words = Words.of(line);
        for (int i = 0; i + 1 < words.size(); i++) {
            if (words.get(i).equals("-l")) {
                return words.get(i + 1);
            }
        }
        return "";
    }
}
