package org.imipagent.tools.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the samples for mail servers have changed since the administrator copied them. Each
 * sample has a line with a mark, a digest of what it sets, which is copied along: values that were
 * replaced there change nothing.
 */
final class SamplesCheck {

    /** How each of our samples begins. */
    private static final String OURS = "# imip-agent: ";

    private static final Pattern MARK =
            Pattern.compile("(?m)^\\s*# imip-agent sample ([0-9a-f]{8})\\b");

    /**
     * Where a sample goes.
     *
     * @param names below conf; of several, one was copied
     * @param place below the root
     */
    record Sample(List<String> names, String place) {}

    static final List<Sample> SAMPLES =
            List.of(
                    sample("postfix/main.cf", "etc/postfix/main.cf"),
                    sample("postfix/master.cf", "etc/postfix/master.cf"),
                    sample("exim/main", "etc/exim4/conf.d/main/02_imip-agent"),
                    sample("exim/router", "etc/exim4/conf.d/router/150_imip-agent"),
                    sample("exim/transport", "etc/exim4/conf.d/transport/30_imip-agent"),
                    new Sample(
                            List.of("dovecot/imip-agent.conf", "dovecot/imip-agent-2.4.conf"),
                            "etc/dovecot/conf.d/95-imip-agent.conf"),
                    sample("cyrus/cyrus.conf", "etc/cyrus.conf"),
                    sample("cyrus/imapd.conf", "etc/imapd.conf"),
                    sample("cyrus/tmpfiles.conf", "etc/tmpfiles.d/imip-agent.conf"),
                    unit("imip-agent-daily.service"),
                    unit("imip-agent-daily.timer"),
                    unit("imip-agent-outbox.service"),
                    unit("imip-agent-outbox.timer"));

    private SamplesCheck() {}

    private static Sample sample(String name, String place) {
        return new Sample(List.of(name), place);
    }

    /** The units themselves are brought up to date; a copy here hides them. */
    private static Sample unit(String name) {
        return sample("systemd/" + name, "etc/systemd/system/" + name);
    }

    static void ask(CheckContext context, Findings findings) {
        if (context.home() == null) {
            return;
        }
        boolean isAnyHere = false;
        boolean isAnyOld = false;
        for (Sample sample : SAMPLES) {
            String copy = text(context.file(sample.place()));
            if (copy.contains(OURS)) {
                isAnyHere = true;
                isAnyOld |= isOld(context, sample, mark(copy), findings);
            }
        }
        if (isAnyHere && !isAnyOld) {
            findings.ok("what was copied from the samples is up to date");
        }
    }

    private static boolean isOld(
            CheckContext context, Sample sample, String mark, Findings findings) {
        Path samples = Path.of(context.samples());
        for (String name : sample.names()) {
            if (mark.equals(mark(text(samples.resolve(name))))) {
                return false;
            }
        }
        Path place = context.file(sample.place());
        findings.note(
                "the sample has changed since it was copied to " + place,
                "take over what is new: diff "
                        + samples.resolve(sample.names().getFirst())
                        + " "
                        + place);
        return true;
    }

    /** Samples older than this check have none. */
    static String mark(String text) {
        Matcher mark = MARK.matcher(text);
        return mark.find() ? mark.group(1) : "";
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException none) {
            return "";
        }
    }
}
