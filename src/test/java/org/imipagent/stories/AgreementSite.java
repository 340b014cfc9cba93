package org.imipagent.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.imipagent.agent.ActionHandler;
import org.imipagent.agent.IdempotencyKey;
import org.imipagent.agent.ImportDraft;
import org.imipagent.agent.Installation;
import org.imipagent.agent.ProfileHandler;
import org.imipagent.agent.Resources;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.Zone;
import org.imipagent.cgi.RequestLimits;
import org.imipagent.cgi.Site;
import org.imipagent.cgi.Tokens;
import org.imipagent.itip.UserAction;
import org.imipagent.itip.Verdict;
import org.imipagent.manager.ActionRequest;
import org.imipagent.manager.ImportSteps;
import org.imipagent.manager.Manager;
import org.imipagent.manager.Outcome;
import org.imipagent.manager.PeerCalendars;
import org.imipagent.manager.Visitor;
import org.imipagent.messages.Messages;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.ReadTransaction;
import org.imipagent.store.Store;
import org.imipagent.store.TestStores;
import org.jspecify.annotations.Nullable;

/** A site of the law: an installation with its own store, and its pages. */
final class AgreementSite implements AutoCloseable {

    private static final Tokens TOKENS = new Tokens(new byte[Tokens.SECRET]);

    private final Store store;
    private final Installation site;
    private int forms;

    AgreementSite(Path folder, String domain) {
        Settings settings =
                Settings.defaults()
                        .with(SiteSettings.STORE_DIR, folder.toString())
                        .with(SiteSettings.PUBLISH_DIR, folder.resolve("published"))
                        .with(SiteSettings.MESSAGE_SENDER, "calendar@" + domain)
                        .with(SiteSettings.TZID, Zone.of(ZoneId.of("UTC")));
        this.store = TestStores.open(folder);
        this.site = new Installation(settings, store, Zone.UTC, "host." + domain);
    }

    Installation installation() {
        return site;
    }

    Store store() {
        return store;
    }

    /** A view of the data, for the law itself. */
    ReadTransaction look() {
        return store.read();
    }

    long version(CalendarAddress user, String uid) {
        try (ReadTransaction reading = look()) {
            return version(reading, user, uid);
        }
    }

    static long version(ReadTransaction reading, CalendarAddress user, String uid) {
        KeptEvent kept = reading.event(user, uid);
        return kept == null ? ActionHandler.NEW : kept.version();
    }

    /** Keeps an event as a program of the person's hands it over, and mails whom it concerns. */
    String save(CalendarAddress user, Event after, Instant now) {
        String uid = after.uid();
        var save = new UserAction.Save(after, true, "");
        return word(
                handler()
                        .act(
                                user,
                                uid,
                                save,
                                version(user, uid),
                                IdempotencyKey.of("form " + forms++),
                                now));
    }

    String save(CalendarAddress user, String text, Instant now) {
        return word(
                handler()
                        .save(
                                user,
                                text,
                                true,
                                ActionHandler.NEW,
                                IdempotencyKey.of("form " + forms++),
                                now));
    }

    private ActionHandler handler() {
        return new ActionHandler(site);
    }

    private static String word(ActionHandler.Outcome outcome) {
        return switch (outcome) {
            case ActionHandler.Outcome.Done(var decision, _, _, _, _) ->
                    decision == null ? "repeated" : decision.verdict().word();
            case ActionHandler.Outcome.Stale _ -> "stale";
            case ActionHandler.Outcome.Refused(var decision) ->
                    "refused: " + decision.verdict().word() + " " + decision.detail();
            case ActionHandler.Outcome.Unknown _ -> "refused: unknown";
        };
    }

    /**
     * Sends a form of a page; tells what became of it. What the page says before it sends, whom it
     * will mail, is what it mails: that is part of the law.
     */
    String post(CalendarAddress user, String path, Map<String, String> fields, Instant now) {
        var happened = new String[] {""};
        var mailed = new TreeSet<String>();
        var manager =
                new Manager(
                        store::read,
                        this::visitor,
                        site::event,
                        click -> act(click, now, happened, mailed),
                        _ -> new Outcome.Stale(),
                        (reading, click) ->
                                new ActionHandler(site)
                                        .preview(
                                                reading,
                                                click.person().address(),
                                                click.uid(),
                                                click.act(),
                                                now),
                        _ -> new ProfileHandler.Outcome.Stale(),
                        site.settings(),
                        new ImportSteps(
                                0,
                                _ -> List.of(),
                                _ -> new ImportDraft.Done(null, List.of(), List.of())),
                        new PeerCalendars(
                                (_, _) -> List.of(),
                                (_, _) -> Map.of(),
                                data -> new Resources(site, data),
                                _ -> List.of()),
                        () -> Messages.of("en"),
                        now);
        boolean isSent = "send".equals(fields.get("action")) && fields.containsKey("title");
        String preview = isSent ? answer(manager, user, path, checking(fields), now).body() : "";
        int status = answer(manager, user, path, fields, now).status();
        if (isSent && status == 303 && !happened[0].equals("repeated")) {
            assertEquals(mailed, previewed(preview), "check says what send mails: " + fields);
        }
        return status == 303 ? happened[0] : "refused: " + status + " " + happened[0];
    }

    private static Map<String, String> checking(Map<String, String> fields) {
        var checking = new HashMap<>(fields);
        checking.put("action", "check");
        return checking;
    }

    private static final Pattern WILL_MAIL = Pattern.compile("will get an email: ([^<]*)");

    /** Whom a page says that it will mail. */
    private static Set<String> previewed(String page) {
        Matcher people = WILL_MAIL.matcher(page);
        return people.find()
                ? new TreeSet<>(List.of(people.group(1).split(", ", -1)))
                : new TreeSet<>();
    }

    private Visitor visitor(ReadTransaction reading, String name) {
        var participant = site.participant(reading, new CalendarAddress(name));
        return new Visitor(
                participant.person(),
                name,
                participant.texts(),
                site.schedule(reading, participant),
                participant.preferences());
    }

    private Outcome act(ActionRequest click, Instant now, String[] happened, Set<String> mailed) {
        CalendarAddress user = click.person().address();
        var outcome =
                handler().act(user, click.uid(), click.act(), click.version(), click.form(), now);
        happened[0] = word(outcome);
        if (outcome instanceof ActionHandler.Outcome.Done(var decision, _, _, _, _)
                && decision != null) {
            decision.messages().forEach(mail -> mail.to().forEach(to -> mailed.add(to.email())));
        }
        return switch (outcome) {
            case ActionHandler.Outcome.Done(var decision, _, _, _, _) ->
                    new Outcome.Done(decision == null ? Verdict.REPEATED : decision.verdict(), 0);
            case ActionHandler.Outcome.Stale _ -> new Outcome.Stale();
            case ActionHandler.Outcome.Refused(var decision) ->
                    new Outcome.Refused(decision.verdict());
            case ActionHandler.Outcome.Unknown _ -> new Outcome.Refused(Verdict.UNKNOWN_EVENT);
        };
    }

    private record Answered(int status, String body) {}

    private static Answered answer(
            Manager manager,
            CalendarAddress user,
            String path,
            Map<String, String> fields,
            Instant now) {
        var all = new HashMap<>(fields);
        all.put(Site.TOKEN, TOKENS.issue(user.email(), now));
        byte[] body = encoded(all).getBytes(StandardCharsets.US_ASCII);
        var pages =
                new Site(
                        manager.routes(),
                        manager.failures(),
                        RequestLimits.USUAL,
                        () -> TOKENS,
                        false);
        var complaints = new ByteArrayOutputStream();
        var page = new ByteArrayOutputStream();
        int status =
                pages.answer(
                                variables(user, path, body.length),
                                new ByteArrayInputStream(body),
                                page,
                                new PrintStream(complaints, true, StandardCharsets.UTF_8),
                                now,
                                1)
                        .status();
        if (status == 500) {
            throw new IllegalStateException(complaints.toString(StandardCharsets.UTF_8));
        }
        return new Answered(status, page.toString(StandardCharsets.UTF_8));
    }

    private static Map<String, String> variables(CalendarAddress user, String path, int length) {
        var variables = new HashMap<String, String>();
        variables.put("REQUEST_METHOD", "POST");
        variables.put("REQUEST_URI", path);
        variables.put("SCRIPT_NAME", "");
        variables.put("PATH_INFO", path.replace("%40", "@"));
        variables.put("QUERY_STRING", "");
        variables.put("REMOTE_USER", user.email());
        variables.put("HTTP_SEC_FETCH_SITE", "same-origin");
        variables.put("CONTENT_TYPE", "application/x-www-form-urlencoded");
        variables.put("CONTENT_LENGTH", Integer.toString(length));
        return variables;
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(
                        e ->
                                e.getKey()
                                        + "="
                                        + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static String path(String uid, @Nullable RecurrenceId id) {
        String event = "/event/" + URLEncoder.encode(uid, StandardCharsets.UTF_8);
        return id == null ? event : event + "/" + id.text();
    }

    /** The event as it is kept, which must be there. */
    Event event(ReadTransaction reading, CalendarAddress user, String uid) {
        return site.event(Objects.requireNonNull(reading.event(user, uid), uid).text());
    }

    @Override
    public void close() {
        store.close();
    }
}
