package org.imipagent.agent;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Zone;
import org.imipagent.freebusy.BusyPeriod;
import org.imipagent.freebusy.FreeBusy;
import org.imipagent.freebusy.VFreeBusy;
import org.imipagent.freebusy.Window;
import org.imipagent.ical.CalendarObject;
import org.imipagent.ical.CalendarReader;
import org.imipagent.itip.OccurrenceTable;
import org.imipagent.itip.Person;
import org.imipagent.publish.FreeBusyDownload;
import org.imipagent.settings.FreeBusySource;
import org.imipagent.settings.SiteSettings;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people elsewhere publish of their time, where FREEBUSY_LOOKUP says where that is, and
 * keeps it as if they had sent it: as VFREEBUSY, or as a calendar whose events say no more than
 * that somebody is busy.
 */
public final class FreeBusyLookup {

    private final Installation site;
    private final Instant now;

    public FreeBusyLookup(Installation site, Instant now) {
        this.site = site;
        this.now = now;
    }

    /** Where somebody's free/busy is to be read; null where nobody said. */
    private static @Nullable String source(List<FreeBusySource> sources, CalendarAddress person) {
        for (FreeBusySource source : sources) {
            String address = source.of(person);
            if (address != null) {
                return address;
            }
        }
        return null;
    }

    /**
     * Reads and keeps what can be had, all at the same time; who has no source is passed over.
     *
     * @return why it could not be had, by person
     */
    public Map<CalendarAddress, String> read(CalendarAddress user, List<CalendarAddress> people) {
        Map<CalendarAddress, String> failures = new LinkedHashMap<>();
        downloads(people)
                .forEach(
                        (person, download) -> {
                            String failure = keep(user, person, download);
                            if (!failure.isEmpty()) {
                                failures.put(person, failure);
                            }
                        });
        return failures;
    }

    /** One calendar, or why there is none. */
    private record Download(@Nullable String text, String failure) {}

    private Map<CalendarAddress, Download> downloads(List<CalendarAddress> people) {
        List<FreeBusySource> sources = site.settings().value(SiteSettings.FREEBUSY_LOOKUP);
        Map<CalendarAddress, Future<Download>> begun = new LinkedHashMap<>();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (CalendarAddress person : people) {
                String address = source(sources, person);
                if (address != null) {
                    begun.put(person, each.submit(() -> download(address)));
                }
            }
        }
        Map<CalendarAddress, Download> ended = new LinkedHashMap<>();
        begun.forEach((person, future) -> ended.put(person, result(future)));
        return ended;
    }

    private static Download download(String address) {
        try {
            return new Download(FreeBusyDownload.of(URI.create(address)), "");
        } catch (IOException | IllegalArgumentException failed) {
            return new Download(null, String.valueOf(failed.getMessage()));
        }
    }

    private static Download result(Future<Download> ended) {
        try {
            return ended.get();
        } catch (InterruptedException | ExecutionException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private String keep(CalendarAddress user, CalendarAddress person, Download download) {
        if (download.text() == null) {
            return download.failure();
        }
        FreeBusy read = freeBusy(download.text(), person);
        if (read == null) {
            return "no free/busy in it";
        }
        site.store().change(writing -> writing.learn(user, person, read, now));
        return "";
    }

    /** What a text says; null where that is nothing. */
    @Nullable FreeBusy freeBusy(String text, CalendarAddress person) {
        var window =
                new Window(
                        now.minus(Publishing.BACK),
                        now.plus(
                                Duration.ofDays(site.settings().value(SiteSettings.PUBLISH_DAYS))));
        List<BusyPeriod> busy = new ArrayList<>();
        Instant from = Instant.MAX;
        Instant to = Instant.MIN;
        for (CalendarObject object : CalendarReader.read(text, site.limits()).objects()) {
            for (VFreeBusy said :
                    object.calendar()
                            .components("VFREEBUSY")
                            .map(component -> new VFreeBusy(component, object.zones()))
                            .toList()) {
                List<BusyPeriod> periods = said.periods();
                Window told = periods == null ? null : said.told(periods);
                if (periods != null && told != null && told.problem().isEmpty()) {
                    busy.addAll(periods);
                    from = told.from().isBefore(from) ? told.from() : from;
                    to = told.to().isAfter(to) ? told.to() : to;
                }
            }
            for (Event event : object.events()) {
                busy.addAll(busy(event, person, window));
                from = window.from();
                to = window.to();
            }
        }
        return from.isBefore(to) ? VFreeBusy.union(busy, new Window(from, to)) : null;
    }

    private List<BusyPeriod> busy(Event event, CalendarAddress person, Window window) {
        var owner = new Person(person, List.of(), Zone.UTC);
        List<Occurrence> times =
                OccurrenceTable.between(event, owner, window.from(), window.to(), site.limits())
                        .occurrences();
        return FreeBusy.of(times, window.from(), window.to()).periods();
    }
}
