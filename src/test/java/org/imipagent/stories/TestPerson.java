package org.imipagent.stories;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.agent.ActionHandler;
import org.imipagent.agent.IdempotencyKey;
import org.imipagent.agent.Import;
import org.imipagent.agent.Installation;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Zone;
import org.imipagent.freebusy.BusyPeriod;
import org.imipagent.ical.CalendarReader;
import org.imipagent.itip.UserAction;
import org.imipagent.mail.MailReader;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.Posted;
import org.imipagent.store.ReadTransaction;
import org.imipagent.store.Store;
import org.imipagent.store.TestStores;

/** A person at their calendar, with a store of their own: for scenarios that others wrote. */
final class TestPerson implements AutoCloseable {

    static final Instant NOW = Instant.parse("2014-01-01T12:00:00Z");

    private final CalendarAddress user;
    private final Store store;
    private final Installation site;
    private int forms;

    TestPerson(Path folder, String user, String zone) {
        this.user = new CalendarAddress(user);
        Settings settings =
                Settings.defaults()
                        .with(SiteSettings.STORE_DIR, folder.toString())
                        .with(SiteSettings.PUBLISH_DIR, folder.resolve("published"))
                        .with(SiteSettings.TZID, Zone.of(ZoneId.of(zone)));
        this.store = TestStores.open(folder);
        this.site = new Installation(settings, store, Zone.UTC, "host.example.com");
    }

    /** A mail that would leave. */
    record Out(String method, String recipient, Event event) {}

    /** Puts events in as they are. */
    void keep(String text) {
        store.change(
                writing -> {
                    writing.add(user, NOW);
                    for (var object : CalendarReader.read(text, Limits.STANDARD).objects()) {
                        object.events().forEach(e -> new Import(site).keep(writing, user, e, NOW));
                    }
                });
    }

    void prefer(String name, String value) {
        store.change(
                writing -> {
                    writing.add(user, NOW);
                    writing.prefer(user, name, value);
                });
    }

    /** The one call; whether it was done. */
    boolean save(String text) {
        List<Event> events =
                CalendarReader.read(text, Limits.STANDARD).objects().stream()
                        .flatMap(o -> o.events().stream())
                        .toList();
        long version = events.isEmpty() ? ActionHandler.NEW : version(events.getFirst().uid());
        return new ActionHandler(site)
                        .save(user, text, true, version, IdempotencyKey.of("form" + forms++), NOW)
                instanceof ActionHandler.Outcome.Done;
    }

    /** Takes an event away: cancels one of their own, removes one of somebody else's. */
    void delete(String uid) {
        boolean own;
        try (ReadTransaction reading = store.read()) {
            KeptEvent kept = reading.event(user, uid);
            own = kept != null && isOwn(site.event(kept.text()));
        }
        UserAction act =
                own
                        ? new UserAction.CallOff(null, false, List.of(), true, "")
                        : new UserAction.Remove();
        new ActionHandler(site)
                .act(user, uid, act, version(uid), IdempotencyKey.of("form" + forms++), NOW);
    }

    private long version(String uid) {
        try (ReadTransaction reading = store.read()) {
            KeptEvent event = reading.event(user, uid);
            return event == null ? ActionHandler.NEW : event.version();
        }
    }

    /** What would leave, one for each recipient; then nothing waits any more. */
    List<Out> mails() {
        var all = new ArrayList<Out>();
        store.change(
                writing -> {
                    for (Posted mail : writing.outbox(NOW.plusSeconds(1), 1000)) {
                        var calendar =
                                MailReader.read(
                                                mail.message(),
                                                org.imipagent.mail.MailLimits.DEFAULT)
                                        .parts()
                                        .getFirst();
                        var object =
                                CalendarReader.read(calendar.content(), null, Limits.STANDARD)
                                        .objects()
                                        .getFirst();
                        mail.recipients()
                                .forEach(
                                        to ->
                                                all.add(
                                                        new Out(
                                                                String.valueOf(object.method()),
                                                                to,
                                                                object.events().getFirst())));
                        writing.sent(mail.number());
                    }
                });
        return all;
    }

    List<BusyPeriod> freeBusy(Instant from, Instant to) {
        try (ReadTransaction reading = store.read()) {
            return site.schedule(reading, user).freeBusy(from, to, NOW).periods();
        }
    }

    @Override
    public void close() {
        store.close();
    }

    private boolean isOwn(Event event) {
        Attendee organiser = event.organiser();
        return organiser != null && organiser.address().equals(user);
    }
}
