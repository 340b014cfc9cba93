package org.imipagent.stories;

import java.util.ArrayList;
import java.util.List;

/**
 * One story of a file. A story begins with a line {@code # title}; each further line that is not
 * indented is a step, and the indented lines below it belong to it. Lines that begin with {@code
 * --} are remarks.
 *
 * <pre>
 * # An invitation waits for an answer (RFC 5546, 3.2.2)
 * at 2026-11-01T10:00:00Z
 * mail from anna@example.net to vincent.vole@example.com
 *     METHOD:REQUEST
 *     UID:meeting@example.net
 *     ...
 * verdict invited
 * waiting vincent.vole@example.com
 *     invitation meeting@example.net from anna@example.net
 * </pre>
 */
record Story(String file, int line, String title, List<Step> steps) {

    /** A step with the block of lines below it. */
    record Step(int line, String words, List<String> block) {}

    static List<Story> read(String file, List<String> lines) {
        var stories = new ArrayList<Story>();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).stripTrailing();
            if (line.startsWith("# ")) {
                steps = new ArrayList<>();
                stories.add(new Story(file, i + 1, line.substring(2), steps));
            } else if (line.startsWith(" ")) {
                if (steps.isEmpty()) {
                    throw new IllegalArgumentException(
                            file + ":" + (i + 1) + ": a block without a step");
                }
                steps.getLast().block().add(line.strip());
            } else if (!line.isEmpty() && !line.startsWith("--")) {
                if (stories.isEmpty()) {
                    throw new IllegalArgumentException(
                            file + ":" + (i + 1) + ": a step before the title");
                }
                steps.add(new Step(i + 1, line, new ArrayList<>()));
            }
        }
        return stories;
    }
}
