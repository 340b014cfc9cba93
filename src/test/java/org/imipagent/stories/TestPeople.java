package org.imipagent.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.imipagent.agent.ActionHandler;
import org.imipagent.agent.IdempotencyKey;
import org.imipagent.agent.Import;
import org.imipagent.agent.IncomingMailHandler;
import org.imipagent.agent.Installation;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Zone;
import org.imipagent.ical.CalendarReader;
import org.imipagent.itip.UserAction;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.Posted;
import org.imipagent.store.Store;
import org.imipagent.store.TestStores;
import org.jspecify.annotations.Nullable;

/** People of one installation, with a store of their own, to whom mails come. */
final class TestPeople implements AutoCloseable {

    private final Store store;
    private final Installation site;
    private Instant now;

    TestPeople(Path folder, Instant now) {
        this.now = now;
        Settings settings =
                Settings.defaults()
                        .with(SiteSettings.STORE_DIR, folder.toString())
                        .with(SiteSettings.PUBLISH_DIR, folder.resolve("published"))
                        .with(SiteSettings.TZID, Zone.of(ZoneId.of("Europe/Oslo")));
        try {
            this.store = TestStores.open(folder);
        } catch (RuntimeException wrong) {
            throw new UncheckedIOException(new IOException(wrong));
        }
        this.site = new Installation(settings, store, Zone.UTC, "host.example.com");
    }

    void at(Instant time) {
        now = time;
    }

    /** Puts the events of a text into a calendar as they are. */
    void put(CalendarAddress user, String text) {
        store.change(
                writing -> {
                    writing.add(user, now);
                    for (var object : CalendarReader.read(text, Limits.STANDARD).objects()) {
                        for (Event event : object.events()) {
                            new Import(site).keep(writing, user, event, now);
                        }
                    }
                });
    }

    void prefer(CalendarAddress user, String name, String value) {
        store.change(
                writing -> {
                    writing.add(user, now);
                    writing.prefer(user, name, value);
                });
    }

    /** The person does something with an event of their calendar. */
    void act(CalendarAddress user, String uid, UserAction act) {
        now = now.plusSeconds(60);
        long version;
        try (var reading = store.read()) {
            var kept = reading.event(user, uid);
            version = kept == null ? ActionHandler.NEW : kept.version();
        }
        new ActionHandler(site).act(user, uid, act, version, IdempotencyKey.of("form" + now), now);
    }

    /** Gives a mail to a person's agent; tells what became of it. */
    String deliver(byte[] mail, CalendarAddress to) {
        now = now.plusSeconds(60);
        var received = new IncomingMailHandler(site).receive(mail, List.of(to), now);
        if (!received.faults().isEmpty()) {
            throw received.faults().getFirst();
        }
        try (var reading = store.read()) {
            var newest = reading.activity(to, 1);
            return newest.isEmpty() ? "" : newest.getFirst().verdict().word();
        }
    }

    /** A calendar object as a mail. */
    String deliver(CalendarAddress from, String calendar, CalendarAddress to) {
        String mail =
                "From: "
                        + from.email()
                        + "\r\nTo: "
                        + to.email()
                        + "\r\nMessage-ID: <"
                        + now.getEpochSecond()
                        + "@example.com>\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: text/calendar; charset=utf-8\r\n\r\n"
                        + calendar;
        return deliver(mail.getBytes(StandardCharsets.UTF_8), to);
    }

    List<String> uids(CalendarAddress user) {
        try (var reading = store.read()) {
            return reading.uids(user);
        }
    }

    /** The kept text, its lines not folded; null where the event is not kept. */
    @Nullable String text(CalendarAddress user, String uid) {
        try (var reading = store.read()) {
            var kept = reading.event(user, uid);
            return kept == null ? null : kept.text().replace("\r\n ", "");
        }
    }

    @Nullable Event event(CalendarAddress user, String uid) {
        String text = text(user, uid);
        return text == null ? null : site.event(text);
    }

    /** What is to be sent, oldest first; it leaves the outbox. */
    List<Posted> sent() {
        return store.effect(
                writing -> {
                    List<Posted> mails = writing.outbox(now, 1000);
                    mails.forEach(mail -> writing.sent(mail.number()));
                    return mails;
                });
    }

    @Override
    public void close() {
        store.close();
    }
}
