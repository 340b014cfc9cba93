package org.imipagent.tools.check;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The archives from which the JVM starts twice as fast. It rejects those of another JDK or jar: it
 * says so of itself, this process being started as every other.
 */
final class ArchivesCheck {

    private ArchivesCheck() {}

    static void ask(CheckContext context, Findings findings) {
        Path home = context.home();
        if (home == null || !Files.exists(home.resolve("lib/imip-agent.jar"))) {
            return;
        }
        if (isNative()) {
            findings.ok("the native executable needs none");
        } else if (isMissing(home)) {
            findings.problem("an archive is missing in " + home + "/lib", remedy(context));
        } else if (!System.getProperty("java.vm.info", "").contains("sharing")) {
            findings.problem(
                    "the JDK rejects the archives in "
                            + home
                            + "/lib: it was updated, and every start is slow",
                    remedy(context));
        } else {
            findings.ok("the JVM starts from its archives");
        }
    }

    private static boolean isMissing(Path home) {
        return !Files.exists(home.resolve("lib/agent.jsa"))
                || !Files.exists(home.resolve("lib/manager.jsa"));
    }

    private static boolean isNative() {
        return System.getProperty("org.graalvm.nativeimage.imagecode") != null;
    }

    private static String remedy(CheckContext context) {
        return Files.exists(context.file("var/lib/dpkg/info/imip-agent-jvm.list"))
                ? "apt-get install --reinstall imip-agent-jvm"
                : "run scripts/install in the checkout again: it trains them";
    }
}
