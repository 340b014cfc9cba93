package org.imipagent.manager;

import java.util.List;
import java.util.function.Function;
import org.imipagent.agent.ImportDraft;
import org.imipagent.agent.ImportedEvent;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.store.KeptFile;

/**
 * The two steps of an import: looking at files, and taking what is in them.
 *
 * @param mostBytes that a form with files may have
 * @param look keeps the files for the second step, and tells what would become of what is in them
 * @param take imports them
 */
public record ImportSteps(
        int mostBytes,
        Function<Chosen, List<ImportedEvent>> look,
        Function<Order, ImportDraft.Done> take) {

    /** Files that a person chose, and the name that they are kept under. */
    public record Chosen(CalendarAddress user, String draft, List<KeptFile> files) {
        public Chosen {
            files = List.copyOf(files);
        }
    }

    /**
     * What is to be imported.
     *
     * @param send whether guests get mail
     */
    public record Order(CalendarAddress user, String draft, boolean send) {}
}
