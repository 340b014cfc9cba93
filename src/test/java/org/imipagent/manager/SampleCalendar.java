package org.imipagent.manager;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Occurrence;
import org.imipagent.freebusy.BusyPeriod;
import org.imipagent.freebusy.Offer;
import org.imipagent.itip.Request;
import org.imipagent.store.Activity;
import org.imipagent.store.AliasCode;
import org.imipagent.store.Booking;
import org.imipagent.store.CrowdedDays;
import org.imipagent.store.EventSearch;
import org.imipagent.store.FoundEvents;
import org.imipagent.store.KeptCounter;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.KeptFile;
import org.imipagent.store.OutboxEntry;
import org.imipagent.store.Posted;
import org.imipagent.store.ReadTransaction;
import org.imipagent.store.SentMail;
import org.imipagent.store.StoreTrouble;
import org.imipagent.store.Undo;
import org.imipagent.store.WaitingMail;
import org.jspecify.annotations.Nullable;

/** A calendar of one person in memory, for pages to read. */
record SampleCalendar(
        Map<String, KeptEvent> events,
        List<Occurrence> all,
        List<Request> requests,
        List<Activity> activity,
        StoreTrouble.@Nullable Kind trouble)
        implements ReadTransaction {

    static SampleCalendar of(List<Occurrence> occurrences) {
        return new SampleCalendar(Map.of(), occurrences, List.of(), List.of(), null);
    }

    @Override
    public List<CalendarAddress> users() {
        return List.of(Sample.VINCENT);
    }

    @Override
    public boolean knows(CalendarAddress user) {
        return user.equals(Sample.VINCENT);
    }

    @Override
    public @Nullable CalendarAddress owner(CalendarAddress address) {
        return knows(address) ? address : null;
    }

    @Override
    public Map<CalendarAddress, String> preferring(String name) {
        return Map.of();
    }

    @Override
    public List<Booking> bookings(
            CalendarAddress resource, CalendarAddress organiser, Instant now) {
        return List.of();
    }

    @Override
    public List<CalendarAddress> bookingOrganisers(CalendarAddress resource, Instant now) {
        return List.of();
    }

    @Override
    public List<String> quotas() {
        return List.of();
    }

    @Override
    public Map<CalendarAddress, Duration> quotaLimits(String quota) {
        return Map.of();
    }

    @Override
    public @Nullable Duration quotaLimit(String quota, CalendarAddress of) {
        return null;
    }

    @Override
    public Map<CalendarAddress, String> quotaGroups(String quota) {
        return Map.of();
    }

    @Override
    public @Nullable String quotaGroup(String quota, CalendarAddress user) {
        return null;
    }

    @Override
    public Map<String, String> preferences(CalendarAddress user) {
        return Map.of();
    }

    @Override
    public @Nullable String feed(CalendarAddress user) {
        return "0123456789abcdef0123456789abcdef";
    }

    @Override
    public List<AliasCode> aliasCodes(CalendarAddress user, Instant since) {
        return List.of(
                new AliasCode(new CalendarAddress("v.vole@example.net"), Sample.NOW, "digest", 1));
    }

    @Override
    public long aliasCodesSentTo(CalendarAddress mailbox, Instant since) {
        return 0;
    }

    @Override
    public List<String> recent(CalendarAddress user, int most) {
        return new java.util.TreeMap<>(events)
                .values().stream().map(KeptEvent::text).limit(most).toList();
    }

    @Override
    public @Nullable KeptEvent event(CalendarAddress user, String uid) {
        return knows(user) ? events.get(uid) : null;
    }

    @Override
    public List<String> uids(CalendarAddress user) {
        return events.keySet().stream().sorted().toList();
    }

    @Override
    public List<Occurrence> occurrences(CalendarAddress user, Instant from, Instant to) {
        if (trouble != null) {
            throw new StoreTrouble(
                    trouble, "the file is not well", "look", new IllegalStateException());
        }
        return inOrder().stream()
                .filter(o -> o.start().isBefore(to))
                .filter(o -> o.end().isAfter(from) || o.start().equals(from))
                .toList();
    }

    @Override
    public @Nullable Instant fullFrom(CalendarAddress user, Instant from, Instant to, int most) {
        return inOrder().stream()
                .map(Occurrence::start)
                .filter(start -> !start.isBefore(from) && start.isBefore(to))
                .skip(most)
                .findFirst()
                .orElse(null);
    }

    @Override
    public CrowdedDays crowdedDays(
            CalendarAddress user, List<Instant> midnights, int most, boolean cancelled) {
        return new CrowdedDays(
                occurrences(user, midnights.getFirst(), midnights.getLast()),
                java.util.Collections.nCopies(midnights.size() - 1, 0));
    }

    @Override
    public List<Occurrence> occurrences(CalendarAddress user, String uid, Instant from, int most) {
        return inOrder().stream()
                .filter(o -> o.uid().equals(uid) && !o.start().isBefore(from))
                .limit(most)
                .toList();
    }

    /** Every event has every word; at their first dates, as if all were to come. */
    @Override
    public FoundEvents search(CalendarAddress user, EventSearch search, int after, int most) {
        var found = new LinkedHashMap<String, FoundEvents.FoundEvent>();
        for (Occurrence each : inOrder()) {
            found.merge(
                    each.uid(),
                    new FoundEvents.FoundEvent(each, 1),
                    (first, _) -> new FoundEvents.FoundEvent(first.date(), first.dates() + 1));
        }
        return new FoundEvents(
                found.size(), false, found.values().stream().skip(after).limit(most).toList());
    }

    @Override
    public List<KeptEvent> unwritten(CalendarAddress user, EventSearch search, int most) {
        return List.of();
    }

    @Override
    public List<KeptEvent> unindexed(CalendarAddress user, int most) {
        return List.of();
    }

    private List<Occurrence> inOrder() {
        var sorted = new ArrayList<>(all);
        sorted.sort(
                Comparator.comparing(Occurrence::start)
                        .thenComparing(Occurrence::end)
                        .thenComparing(Occurrence::uid));
        return sorted;
    }

    @Override
    public List<String> unfinished(CalendarAddress user, Instant horizon) {
        return List.of();
    }

    @Override
    public List<KeptEvent> incomplete(CalendarAddress user, Instant from, Instant to) {
        return List.of();
    }

    @Override
    public List<Request> requests(CalendarAddress user) {
        return requests;
    }

    @Override
    public List<Request> requests(CalendarAddress user, String uid) {
        return requests.stream().filter(r -> r.uid().equals(uid)).toList();
    }

    @Override
    public List<Request> waiting(CalendarAddress user, Instant now) {
        return requests.stream()
                .filter(
                        r ->
                                all.stream()
                                        .filter(o -> o.uid().equals(r.uid()))
                                        .filter(o -> r.id() == null || r.id().equals(o.id()))
                                        .anyMatch(o -> o.end().isAfter(now)))
                .toList();
    }

    /** As the store does, for as few as stand here. */
    @Override
    public List<Request> waiting(
            CalendarAddress user, Instant now, int skipped, int events, int each) {
        var pages = new LinkedHashMap<String, List<Request>>();
        for (Request request : waiting(user, now)) {
            pages.computeIfAbsent(request.uid(), _ -> new ArrayList<>()).add(request);
        }
        var page = new ArrayList<Request>();
        pages.values().stream()
                .skip(skipped)
                .limit(events)
                .forEach(
                        of ->
                                of.stream()
                                        .sorted(Comparator.comparing(SampleCalendar::date))
                                        .limit(each)
                                        .forEach(page::add));
        return page;
    }

    private static String date(Request request) {
        return request.id() == null ? "" : request.id().text();
    }

    @Override
    public int waiting(CalendarAddress user, Instant now, int most) {
        return Math.min(most, waiting(user, now).size());
    }

    @Override
    public List<KeptCounter> counters(CalendarAddress user, String uid) {
        return Sample.counters().stream().filter(c -> c.uid().equals(uid)).toList();
    }

    @Override
    public List<Offer> offers(CalendarAddress user) {
        return List.of();
    }

    @Override
    public List<BusyPeriod> told(
            CalendarAddress user, CalendarAddress of, Instant from, Instant to) {
        return List.of();
    }

    @Override
    public @Nullable Instant heard(CalendarAddress user, CalendarAddress of) {
        return null;
    }

    @Override
    public @Nullable Instant toldUntil(CalendarAddress user, CalendarAddress of) {
        return null;
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public @Nullable String usedFor(CalendarAddress user, String key) {
        return null;
    }

    @Override
    public long answers(CalendarAddress to, Instant now) {
        return 0;
    }

    @Override
    public List<KeptFile> files(CalendarAddress user, String draft) {
        return List.of();
    }

    @Override
    public List<CalendarAddress> unpublished() {
        return List.of();
    }

    @Override
    public long unpublishedChange(CalendarAddress user) {
        return 0;
    }

    @Override
    public List<Activity> activity(CalendarAddress user, int most) {
        return activity.stream().limit(most).toList();
    }

    @Override
    public @Nullable Activity activityEntry(CalendarAddress user, long number) {
        for (Activity entry : activity) {
            if (entry.number() == number) {
                return entry;
            }
        }
        return null;
    }

    @Override
    public List<Undo> undo(CalendarAddress user, long activity) {
        return List.of();
    }

    /** What mailed nobody. */
    @Override
    public List<Long> undoable(CalendarAddress user) {
        return activity.stream()
                .filter(entry -> isUndoable(user, entry.number()))
                .map(Activity::number)
                .toList();
    }

    @Override
    public boolean isUndoable(CalendarAddress user, long activity) {
        Activity entry = activityEntry(user, activity);
        return entry != null
                && entry.source() == Activity.Source.MANAGER
                && !entry.verdict().isRefusal()
                && entry.mailed().isEmpty();
    }

    /** Everybody's mail has left but one's. */
    @Override
    public List<WaitingMail> waitingMail(CalendarAddress user, long activity) {
        Activity entry = activityEntry(user, activity);
        return entry == null || entry.mailed().size() < 2
                ? List.of()
                : List.of(
                        new WaitingMail(
                                List.of(entry.mailed().getLast()), 2, entry.at(), "no answer"));
    }

    @Override
    public List<Activity> activity(CalendarAddress user, String uid, int most) {
        return activity.stream().filter(a -> a.uid().equals(uid)).limit(most).toList();
    }

    @Override
    public List<Posted> outbox(Instant now, int most) {
        return List.of();
    }

    /** Where one mail came back another waits. */
    @Override
    public List<WaitingMail> waitingMail(CalendarAddress user, String uid) {
        var waiting = new java.util.ArrayList<WaitingMail>();
        for (Activity entry : activity(user, uid, 100)) {
            if (entry.verdict() == org.imipagent.itip.Verdict.UNDELIVERED) {
                waiting.add(new WaitingMail(List.of("bo@example.net"), 4, entry.at(), "no answer"));
            }
        }
        return waiting;
    }

    @Override
    public @Nullable SentMail sentMail(CalendarAddress user, String messageId) {
        return null;
    }

    @Override
    public List<OutboxEntry> outboxEntries(int most) {
        return List.of();
    }

    @Override
    public @Nullable Posted posted(long number, Instant now) {
        return null;
    }

    @Override
    public byte[] secret() {
        return new byte[32];
    }

    @Override
    public void close() {}

    KeptEvent kept(String uid) {
        return Objects.requireNonNull(events.get(uid));
    }
}
