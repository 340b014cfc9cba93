package org.imipagent.tools.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether the settings file can be read by those who need it; what it says comes after that. */
final class SettingsCheck {

    private SettingsCheck() {}

    static void ask(CheckContext context, Findings findings) {
        Path config = context.config();
        if (Files.isDirectory(config)) {
            findings.problem(
                    config + " is a folder, not a settings file",
                    "name another file with --config or IMIP_AGENT_CONFIG");
            return;
        }
        for (Asker asker : context.askers().all()) {
            Access access = Access.of(asker, Access.withFolders(config));
            if (access.reads(config)) {
                continue;
            }
            String remedy = closedFolder(access, config);
            if (!remedy.isEmpty()) {
                findings.problem(asker.name() + " cannot reach " + config, "chmod a+x " + remedy);
            } else if (access.exists(config)) {
                findings.problem(asker.name() + " cannot read " + config, "chmod a+r " + config);
            } else {
                findings.problem(
                        config + " is missing",
                        "cp " + context.samples() + "/config.txt " + config);
            }
            return;
        }
    }

    /** The first folder above a path that a user may not enter; "" for none. */
    static String closedFolder(Access access, Path path) {
        for (Path above : Access.withFolders(path)) {
            if (!above.equals(path) && access.exists(above) && !access.enters(above)) {
                return above.toString();
            }
        }
        return "";
    }

    /** What the reader of the settings says of them: each line has its file, line and remedy. */
    static void wrong(CheckContext context, List<String> lines, Findings findings) {
        if (findings.isClean()) {
            lines.forEach(line -> findings.problem(line, "correct " + context.config()));
        }
    }
}
