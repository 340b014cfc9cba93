package org.imipagent.agent;

import java.util.ArrayList;
import java.util.List;

/**
 * What an import did.
 *
 * @param uids of the first events that were added or changed
 */
public record ImportResult(int added, int changed, int unchanged, int refused, List<String> uids) {

    /** So many events are named. */
    static final int MOST_NAMED = 5;

    public ImportResult {
        uids = List.copyOf(uids);
    }

    static ImportResult of(List<ImportedEvent> all) {
        var uids = new ArrayList<String>();
        for (ImportedEvent each : all) {
            if (each.isKept() && uids.size() < MOST_NAMED && each.uid().indexOf('\n') < 0) {
                uids.add(each.uid());
            }
        }
        return new ImportResult(
                count(all, ImportedEvent.Fate.NEW),
                count(all, ImportedEvent.Fate.CHANGED),
                count(all, ImportedEvent.Fate.UNCHANGED),
                count(all, ImportedEvent.Fate.REFUSED),
                uids);
    }

    /** As it is remembered: the counts, then a UID a line. */
    String text() {
        return added
                + " "
                + changed
                + " "
                + unchanged
                + " "
                + refused
                + (uids.isEmpty() ? "" : "\n" + String.join("\n", uids));
    }

    static ImportResult of(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        String[] counts = lines.getFirst().split(" ", -1);
        return new ImportResult(
                Integer.parseInt(counts[0]),
                Integer.parseInt(counts[1]),
                Integer.parseInt(counts[2]),
                Integer.parseInt(counts[3]),
                lines.subList(1, lines.size()));
    }

    private static int count(List<ImportedEvent> all, ImportedEvent.Fate fate) {
        return (int) all.stream().filter(each -> each.fate() == fate).count();
    }
}
