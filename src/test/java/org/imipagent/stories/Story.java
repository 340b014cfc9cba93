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
 *
 * <p>Lists are held against the product's in its order, with all that is there twice. What leaves
 * is said: before the next mail, click or save, and at the end, the story fails of each mail that
 * no {@code sends} named; {@code sends nothing} only says it sooner.
 *
 * <p>The block of {@code kept} and of {@code sends} has a line for each thing that must be there:
 *
 * <pre>
 * SUMMARY:Planning                         this content line, unfolded, to its end
 * ATTENDEE anna@example.net ACCEPTED       she is there once, whatever else her line says
 * ATTENDEE bo@example.net NEEDS-ACTION RSVP=TRUE
 *                                          and this parameter is among what it says
 * RECURRENCE-ID:20261110T090000Z           what follows is said of this date; what
 *                                          stands above, of the series or the first event
 * not Secret                               no line anywhere holds this
 * not ATTENDEE carl@example.net            he is nowhere among them
 * </pre>
 *
 * <p>Resources are users who prefer {@code resource}; what comes to them they answer at once:
 *
 * <pre>
 * prefer room@example.com resource room
 * prefer room@example.com scheduling_function opening_hours\nschedule_in_freebusy
 * quota limit rooms everybody PT10H        as the commands of imip-agent do it
 * quota group rooms sales anna@example.com
 * program ours                             the lines below are one of SCHEDULING_PROGRAMS
 * book anna@example.com room@example.com meeting 2026-11-03T09:00:00Z 2026-11-03T10:00:00Z
 *     RRULE:FREQ=WEEKLY;COUNT=3            the mail of an organiser, with these lines as well
 * cancel ...                               the same as a CANCEL
 * remind                                   the daily job for owners
 * </pre>
 *
 * <p>An attendee without PARTSTAT counts as NEEDS-ACTION (RFC 5545, 3.2.12). A participation that
 * is nobody's cannot be said.
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
