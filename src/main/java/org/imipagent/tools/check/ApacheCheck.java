package org.imipagent.tools.check;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.agent.Installation;
import org.imipagent.settings.SiteSettings;

/** Whether Apache has the two sites, what they need, and may do what they say. */
record ApacheCheck(CheckContext context, ApacheConfiguration apache, Findings findings) {

    private static final String RESTART = " && systemctl restart apache2";
    private static final String PROGRAM = "cgi-bin/imip-manager";
    private static final String PUBLISHED = "IMIP_PUBLISH_DIR";

    private static final List<String> NEEDED = List.of("alias", "env", "auth_basic", "authz_user");

    static void ask(CheckContext context, Installation site, Findings findings) {
        ApacheConfiguration apache = ApacheConfiguration.of(context.file("etc/apache2"));
        if (apache == null) {
            findings.note(
                    "no Apache here: no calendar in the browser, and no free/busy on the web");
            return;
        }
        if (!apache.trouble().isEmpty()) {
            if (context.askers().isRoot()) {
                new ApacheCheck(context, apache, findings).broken();
            } else {
                findings.note("Apache's configuration is root's to read: " + apache.trouble());
            }
            return;
        }
        new ApacheCheck(context, apache, findings).ask(site);
    }

    private void broken() {
        String found = "Apache's configuration is broken: " + apache.trouble();
        List<String> missing =
                new ArrayList<>(
                        apache.trouble().contains("ldap") ? List.of("authnz_ldap") : List.of());
        missing.addAll(NEEDED);
        missing.removeAll(apache.modules());
        findings.problem(
                found,
                missing.isEmpty()
                        ? "correct what it names, until apache2ctl configtest says OK" + RESTART
                        : "a2enmod " + String.join(" ", missing) + RESTART);
    }

    private void ask(Installation site) {
        boolean hasManager = site.settings().value(SiteSettings.MANAGER_INTERFACE);
        Path folder = site.settings().value(SiteSettings.PUBLISH_DIR);
        boolean manager = hasManager && isIncluded("imip-manager", List.of(PROGRAM));
        boolean published =
                isIncluded(
                        "imip-agent",
                        List.of("${" + PUBLISHED + "}", "<Directory \"" + folder + "\">"));
        if (manager) {
            modules();
            users();
            program();
            group();
        }
        if (published) {
            published(site);
        }
        if (findings.isClean()) {
            findings.ok("the sites are enabled, with what they need");
        }
        if (findings.isClean() && manager) {
            ManagerAnswerCheck.ask(context, site, apache, findings.of("manager"));
        }
    }

    private boolean isIncluded(String name, List<String> texts) {
        boolean isIncluded = apache.hasFileWith(texts);
        if (!isIncluded) {
            Path available = apache.folder().resolve("sites-available/" + name + ".conf");
            String copy =
                    Files.exists(available)
                            ? ""
                            : "cp "
                                    + context.samples()
                                    + "/apache/"
                                    + name
                                    + ".conf "
                                    + available
                                    + " && ";
            findings.problem(
                    "no virtual host of Apache has the site " + name,
                    copy + "a2ensite " + name + RESTART);
        }
        return isIncluded;
    }

    private void modules() {
        var missing = new ArrayList<String>();
        for (String module : NEEDED) {
            if (!apache.modules().contains(module)) {
                missing.add(module);
            }
        }
        if (!apache.modules().contains("cgi") && !apache.modules().contains("cgid")) {
            missing.add(apache.modules().contains("mpm_prefork") ? "cgi" : "cgid");
        }
        if (isLdap() ? !apache.modules().contains("authnz_ldap") : isWithoutFiles()) {
            missing.add(isLdap() ? "authnz_ldap" : "authn_file");
        }
        if (!missing.isEmpty()) {
            String names = String.join(" ", missing);
            findings.problem("modules are off: " + names, "a2enmod " + names + RESTART);
        }
    }

    private boolean isLdap() {
        return "ldap".equals(apache.defines().get("IMIP_AUTH"));
    }

    private boolean isWithoutFiles() {
        return !apache.modules().contains("authn_file");
    }

    private void users() {
        String named = apache.defines().get("IMIP_USERS");
        Asker web = context.askers().web();
        if (isLdap() || named == null || web == null) {
            return;
        }
        Path users = Path.of(named);
        Access access = Access.of(web, Access.withFolders(users));
        String closed = SettingsCheck.closedFolder(access, users);
        if (!closed.isEmpty()) {
            findings.problem(web.name() + " cannot reach " + users, "chmod a+x " + closed);
        } else if (!access.exists(users)) {
            findings.problem(
                    users + " is missing: no one can log in",
                    "install -m 640 -g "
                            + web.name()
                            + " /dev/null "
                            + users
                            + " && htpasswd -B "
                            + users
                            + " ADDRESS");
        } else if (!access.reads(users)) {
            findings.problem(
                    web.name() + " cannot read " + users + ": no one can log in",
                    "chgrp " + web.name() + " " + users + " && chmod 640 " + users);
        }
    }

    private void program() {
        String home = apache.defines().get("IMIP_HOME");
        Asker web = context.askers().web();
        if (home == null || web == null) {
            return;
        }
        Path program = Path.of(home, PROGRAM);
        Access access = Access.of(web, Access.withFolders(program));
        String closed = SettingsCheck.closedFolder(access, program);
        if (!closed.isEmpty()) {
            findings.problem(web.name() + " cannot reach " + program, "chmod a+x " + closed);
        } else if (!access.enters(program)) {
            findings.problem(
                    web.name() + " cannot execute " + program,
                    access.exists(program)
                            ? "chmod 755 " + program
                            : "set IMIP_HOME to the folder of imip-agent" + RESTART);
        }
    }

    private void published(Installation site) {
        String folder = apache.defines().get(PUBLISHED);
        Path ours = site.settings().value(SiteSettings.PUBLISH_DIR);
        if (folder != null && !Path.of(folder).normalize().equals(ours.normalize())) {
            findings.problem(
                    "Apache serves " + folder + ", and free/busy is published in " + ours,
                    "set PUBLISH_DIR = '" + folder + "' in " + context.config());
        }
    }

    /** Apache takes its groups at its start. */
    private void group() {
        Integer group = context.askers().accounts().groupNamed(Askers.MAIL);
        Account web = context.askers().accounts().user(context.askers().webName());
        if (group == null || web == null || !web.isIn(group) || apache.pidFile() == null) {
            return;
        }
        for (String groups : groupsOfChildren(apache.pidFile(), web.uid())) {
            if (!List.of(groups.split("\\s+")).contains(group.toString())) {
                findings.problem(
                        "Apache runs without the group imip-agent, which it got after its start",
                        "systemctl restart apache2");
                return;
            }
        }
    }

    private static List<String> groupsOfChildren(Path pidFile, int uid) {
        var all = new ArrayList<String>();
        try (DirectoryStream<Path> processes =
                Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            String parent = Files.readString(pidFile).strip();
            for (Path process : processes) {
                add(process, parent, uid, all);
            }
        } catch (IOException notRunning) {
            return List.of();
        }
        return all;
    }

    private static void add(Path process, String parent, int uid, List<String> all) {
        try {
            var of = new java.util.HashMap<String, String>();
            for (String line : Files.readAllLines(process.resolve("status"))) {
                int colon = line.indexOf(':');
                of.put(line.substring(0, Math.max(0, colon)), line.substring(colon + 1).strip());
            }
            if (parent.equals(of.get("PPid"))
                    && of.getOrDefault("Uid", "").startsWith(uid + "\t")) {
                all.add(of.getOrDefault("Groups", ""));
            }
        } catch (IOException ended) {
            // A process that has ended meanwhile.
        }
    }
}
