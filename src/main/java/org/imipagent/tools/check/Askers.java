package org.imipagent.tools.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * As whom the checks ask: root asks as the user of the mail system and as the user of the web
 * server; anyone else as themselves.
 *
 * @param mail the user of the mail system; null where this process cannot ask as that user
 * @param web the user of the web server; likewise
 */
record Askers(
        Accounts accounts,
        Asker self,
        boolean isRoot,
        String webName,
        @Nullable Asker mail,
        @Nullable Asker web) {

    /** The user that runs the agent for the mail system, and its group. */
    static final String MAIL = "imip-agent";

    private static final String USUAL_WEB = "www-data";
    private static final String RUN_USER = "export APACHE_RUN_USER=";

    static Askers of(Path root) {
        var accounts = Accounts.of(root);
        int uid = uid();
        String webName = webName(root);
        String name = uid == 0 ? "root" : accounts.nameOf(uid);
        Asker self = Asker.self(name);
        if (uid != 0) {
            return new Askers(
                    accounts,
                    self,
                    false,
                    webName,
                    name.equals(MAIL) ? self : null,
                    name.equals(webName) ? self : null);
        }
        return new Askers(accounts, self, true, webName, as(accounts, MAIL), as(accounts, webName));
    }

    /** In the group as it should be: that a member is missing is said once, by its own check. */
    private static @Nullable Asker as(Accounts accounts, String name) {
        Account account = accounts.user(name);
        Integer group = accounts.groupNamed(MAIL);
        return account == null
                ? null
                : Asker.as(
                        account, group == null || account.isIn(group) ? List.of() : List.of(group));
    }

    private static int uid() {
        try {
            return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException | RuntimeException notLinux) {
            return "root".equals(System.getProperty("user.name")) ? 0 : 1;
        }
    }

    /** As Apache's configuration has it. */
    private static String webName(Path root) {
        try {
            for (String line :
                    Files.readAllLines(
                            root.resolve("etc/apache2/envvars"), StandardCharsets.ISO_8859_1)) {
                int at = line.indexOf(RUN_USER);
                if (at >= 0) {
                    return line.substring(at + RUN_USER.length()).split("[\\s;]", 2)[0];
                }
            }
        } catch (IOException none) {
            return USUAL_WEB;
        }
        return USUAL_WEB;
    }

    /** Each as whom this process can ask; never empty. */
    List<Asker> all() {
        var all = new ArrayList<Asker>();
        if (mail != null) {
            all.add(mail);
        }
        if (web != null && !Objects.equals(mail, web)) {
            all.add(web);
        }
        return all.isEmpty() ? List.of(self) : List.copyOf(all);
    }
}
