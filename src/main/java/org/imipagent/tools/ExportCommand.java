package org.imipagent.tools;

import java.time.Instant;
import org.imipagent.agent.Export;
import org.imipagent.itip.Person;
import org.imipagent.store.ReadTransaction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code export}: a person's calendar as one VCALENDAR. */
@Command(
        name = "export",
        description = "Print a person's calendar as one iCalendar object (RFC 5545).")
final class ExportCommand implements Tool {

    @Mixin private OfUser user = new OfUser();

    @Option(
            names = "--from",
            paramLabel = "D",
            description = "Only events after this date or time.")
    private @Nullable When from;

    @Option(names = "--to", paramLabel = "D", description = "Only events before this date or time.")
    private @Nullable When to;

    @Override
    public void run(CommandContext context) throws NotDone {
        Export.Exported exported;
        try (Opened opened = context.open();
                ReadTransaction reading = opened.store().read()) {
            Opened.known(reading, user.address());
            Person person = opened.site().participant(reading, user.address()).person();
            Instant since = from == null ? null : from.instant(person.zone());
            Instant until = to == null ? null : to.instant(person.zone());
            if (since != null && until != null && !since.isBefore(until)) {
                throw NotDone.usage("--to must be after --from");
            }
            exported = new Export(reading, person, opened.site()::event).span(since, until);
            context.print(exported.text());
        }
        if (!exported.damaged().isEmpty()) {
            throw new NotDone(
                    NotDone.Why.REFUSED,
                    exported.damaged().stream().map(ExportCommand::told).toList());
        }
    }

    private static String told(Export.Damaged damaged) {
        return "the event "
                + damaged.uid()
                + " is left out: "
                + damaged.why()
                + "; run imip-agent store verify";
    }
}
