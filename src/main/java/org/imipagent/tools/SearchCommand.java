package org.imipagent.tools;

import java.util.List;
import org.imipagent.agent.Participant;
import org.imipagent.agent.Search;
import org.imipagent.agent.SearchQuery;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Zone;
import org.imipagent.messages.Dates;
import org.imipagent.store.FoundEvents.FoundEvent;
import org.imipagent.store.ReadTransaction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code search}: what the search field of the manager finds. */
@Command(
        name = "search",
        description = {
            "List the events of a person that have all of these words (their beginnings), or dates",
            "such as 2026-11-18, 2026-11 or 2026: upcoming ones first, then past ones, latest first.",
            "Start, end, UID, occurrence, summary, location, how many dates match."
        })
final class SearchCommand implements Tool {

    @Mixin private OfUser user = new OfUser();
    @Mixin private AsJson json = new AsJson();

    @Option(
            names = "--most",
            paramLabel = "N",
            description = "At most this many events. Default: 100.")
    private int most = 100;

    @Parameters(paramLabel = "WORD", arity = "1..*", description = "What to look for.")
    private List<String> words = List.of();

    @Override
    public void run(CommandContext context) throws NotDone {
        if (most < 1) {
            throw NotDone.usage("--most requires a number above 0");
        }
        Search.Results results;
        Zone zone;
        try (Opened opened = context.open();
                ReadTransaction reading = opened.store().read()) {
            Opened.known(reading, user.address());
            Participant participant = opened.site().participant(reading, user.address());
            zone = participant.person().zone();
            var query =
                    SearchQuery.of(
                            String.join(" ", words),
                            new Dates(participant.texts()).months(),
                            null,
                            null);
            if (query.isNothing()) {
                throw NotDone.usage("nothing to look for: give letters or digits");
            }
            results =
                    new Search(opened.site().schedule(reading, participant), opened.site()::event)
                            .page(query, context.now(), 0, most);
        }
        try (Listing listing =
                json.listing(
                        context,
                        "start",
                        "end",
                        "uid",
                        "recurrenceId",
                        "summary",
                        "location",
                        "dates")) {
            for (FoundEvent found : results.events()) {
                Occurrence date = found.date();
                listing.row(
                        date.start(),
                        date.end(),
                        date.uid(),
                        When.text(date.id(), zone),
                        date.summary(),
                        date.location(),
                        found.dates());
            }
        }
        if (!results.isWhole()) {
            throw NotDone.refused(
                    "not all events were searched: run imip-agent freebusy rebuild --user "
                            + user.address().email());
        }
    }
}
