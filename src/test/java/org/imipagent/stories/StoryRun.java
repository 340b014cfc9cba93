package org.imipagent.stories;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.imipagent.agent.ActionHandler;
import org.imipagent.agent.IdempotencyKey;
import org.imipagent.agent.IncomingMailHandler;
import org.imipagent.agent.IncomingMailHandler.HandOn;
import org.imipagent.agent.IncomingMailHandler.Received;
import org.imipagent.agent.Installation;
import org.imipagent.agent.OthersBusy;
import org.imipagent.agent.OwnMailHandler;
import org.imipagent.agent.OwnerReminders;
import org.imipagent.agent.Publishing;
import org.imipagent.agent.Quotas;
import org.imipagent.agent.ResourceMailHandler;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.calendar.Zones;
import org.imipagent.freebusy.BusyPeriod;
import org.imipagent.freebusy.VFreeBusy;
import org.imipagent.freebusy.Window;
import org.imipagent.ical.CalendarReader;
import org.imipagent.ical.Validated;
import org.imipagent.itip.Request;
import org.imipagent.itip.UserAction;
import org.imipagent.mail.MailLimits;
import org.imipagent.mail.MailReader;
import org.imipagent.recurrence.SeriesEdit;
import org.imipagent.settings.Durations;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.Activity;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.Posted;
import org.imipagent.store.ReadTransaction;
import org.imipagent.store.Store;
import org.imipagent.store.TestStores;
import org.imipagent.stories.Story.Step;
import org.jspecify.annotations.Nullable;

/** Does the steps of one story, one after the other, and holds what it says against what is. */
final class StoryRun {

    private final Story story;
    private final Path folder;
    private Instant now = Instant.parse("2026-11-01T10:00:00Z");
    private List<HandOn> handedOn = List.of();
    private String lastMail = "";
    private String lastSent = "";
    private String lastPosted = "";
    private CalendarAddress lastSender = new CalendarAddress("nobody@example.com");
    private String outcome = "";
    private int forms;
    private final Map<String, Integer> asked = new HashMap<>();

    StoryRun(Story story, Path folder) {
        this.story = story;
        this.folder = folder;
    }

    void tell() throws IOException {
        Settings settings =
                Settings.defaults()
                        .with(SiteSettings.STORE_DIR, folder.toString())
                        .with(SiteSettings.PUBLISH_DIR, folder.resolve("published"))
                        .with(SiteSettings.SCHEDULING_PROGRAMS, folder.resolve("programs"))
                        .with(SiteSettings.TZID, Zone.of(ZoneId.of("Europe/Oslo")))
                        .with(SiteSettings.MANAGER_URL, "https://webserver.example.com");
        for (Step step : story.steps()) {
            settings = step.words().startsWith("setting ") ? set(settings, step) : settings;
        }
        tell(settings);
    }

    /** {@code setting NAME [VALUE]}: it holds from the beginning. */
    private static Settings set(Settings settings, Step step) {
        String[] words = step.words().split(" ", -1);
        return switch (words[1]) {
            case "IMIP_COUNTER_AS_REQUEST" ->
                    settings.with(SiteSettings.IMIP_COUNTER_AS_REQUEST, true);
            case "DEPUTY_DOMAINS" -> settings.with(SiteSettings.DEPUTY_DOMAINS, List.of(words[2]));
            case "MESSAGE_SENDER" -> settings.with(SiteSettings.MESSAGE_SENDER, words[2]);
            default -> throw new AssertionError("no setting of a story: " + step.words());
        };
    }

    private void tell(Settings settings) throws IOException {
        try (Store store = TestStores.open(folder)) {
            var site = new Installation(settings, store, Zone.UTC, "host.example.com");
            for (Step step : story.steps()) {
                at(step, () -> tell(step, site));
            }
            at(story.steps().getLast(), () -> nothingIsLeft(site));
        }
    }

    private interface Telling {
        void tell() throws IOException;
    }

    /** What fails is told with file and line. */
    private void at(Step step, Telling telling) throws IOException {
        try {
            telling.tell();
        } catch (RuntimeException | AssertionError fault) {
            String where = "src/test/resources/stories/" + story.file() + ":" + step.line() + ": ";
            throw new AssertionError(where + step.words() + ": " + fault.getMessage(), fault);
        }
    }

    /** Steps that may send mails: what those before them sent was said before. */
    private static final Set<String> EFFECTS =
            Set.of(
                    "mail",
                    "bounce",
                    "again",
                    "book",
                    "cancel",
                    "remind",
                    "sent",
                    "sent-again",
                    "save",
                    "send",
                    "send-from",
                    "send-series",
                    "click");

    private void tell(Step step, Installation site) throws IOException {
        if (EFFECTS.contains(step.words().split(" ", -1)[0])) {
            nothingIsLeft(site);
        }
        var words = new ArrayList<>(Arrays.asList(step.words().split(" ")));
        switch (words.removeFirst()) {
            case "at" -> now = Instant.parse(words.getFirst());
            case "later" -> now = now.plus(java.time.Duration.parse(words.getFirst()));
            case "prefer" -> prefer(site, words);
            case "setting" -> {} // held from the beginning: see tell
            case "proposed" -> same(step.block(), proposed(site, words));
            case "users" -> same(words, users(site));
            case "own" -> own(step, words, site);
            case "mail" -> mail(step, words, site);
            case "sent" -> sent(step, words, site);
            case "bounce" -> bounce(step, words, site);
            case "book" -> ask("REQUEST", step, words, site);
            case "cancel" -> ask("CANCEL", step, words, site);
            case "remind" -> new OwnerReminders(site, now).run();
            case "quota" -> quota(words, site);
            case "program" -> program(words.getFirst(), step.block());
            case "save", "send" -> save(step, words, site);
            case "send-from" -> sendFrom(step, words, site);
            case "send-series" -> sendSeries(step, words, site);
            case "holds" -> same(step.block(), holds(site, address(words)));
            case "proposals" -> same(step.block(), proposals(site, words));
            case "sent-again" -> learn(lastSent, site, lastSender);
            case "again" -> receive(lastMail, site, new CalendarAddress(words.get(1)));
            case "click" -> click(step, words, site);
            case "outcome" -> same(String.join(" ", words), outcome);
            case "verdict" -> same(words.getFirst(), newest(site).verdict().word());
            case "detail" -> contains(newest(site).detail(), String.join(" ", words));
            case "waiting" -> same(step.block(), waiting(site, address(words)));
            case "calendar" -> same(step.block(), calendar(site, words));
            case "freebusy" -> same(step.block(), freeBusy(site, words));
            case "sends" -> sends(step, words, site);
            case "subject" -> same(String.join(" ", words), subject(site));
            case "writes" -> contains(written(site), String.join(" ", words));
            case "kept" -> kept(step, words, site);
            case "delivers" -> delivers(step, words);
            case "others" -> same(step.block(), others(site, words));
            default -> throw new AssertionError("no such step");
        }
    }

    /** {@code proposed USER UID}: who proposes which beginning. */
    private static List<String> proposed(Installation site, List<String> words) {
        var lines = new ArrayList<String>();
        try (ReadTransaction reading = site.store().read()) {
            for (var counter : reading.counters(address(words), words.get(1))) {
                var start = site.event(counter.text()).main().start();
                lines.add(
                        counter.from().email()
                                + " "
                                + (start == null
                                        ? "-"
                                        : start.instant(org.imipagent.calendar.Zone.UTC)));
            }
        }
        return lines;
    }

    private static CalendarAddress address(List<String> words) {
        return new CalendarAddress(words.getFirst());
    }

    private void prefer(Installation site, List<String> words) {
        site.store()
                .change(
                        writing -> {
                            writing.add(address(words), now);
                            String value = String.join(" ", words.subList(2, words.size()));
                            writing.prefer(
                                    address(words), words.get(1), value.replace("\\n", "\n"));
                        });
    }

    private static List<String> users(Installation site) {
        try (ReadTransaction reading = site.store().read()) {
            return reading.users().stream().map(CalendarAddress::email).toList();
        }
    }

    /** An event that the person organises, as their mail program would have put it there. */
    private void own(Step step, List<String> words, Installation site) {
        String text = calendar(step.block());
        var object = CalendarReader.read(text, Limits.STANDARD).objects().getFirst();
        site.store()
                .change(
                        writing -> {
                            writing.add(address(words), now);
                            new org.imipagent.agent.Import(site)
                                    .keep(writing, address(words), object.events().getFirst(), now);
                        });
    }

    /**
     * {@code mail from A to B [FIELD: VALUE]} and the lines of the calendar: BEGIN:VEVENT is put
     * around where it lacks, and DTSTAMP of now unless {@code DTSTAMP:none} stands there. With
     * {@code To: C} it is B's by the envelope alone.
     */
    private void mail(Step step, List<String> words, Installation site) {
        String from = words.get(1);
        String to = words.get(3);
        String body = calendar(step.block());
        boolean copy = words.size() > 5 && words.get(4).equals("To:");
        String head =
                words.size() > 4 && !copy
                        ? String.join(" ", words.subList(4, words.size())) + "\r\n"
                        : "";
        lastMail = head + text(step, from, copy ? words.get(5) : to, body);
        receive(lastMail, site, new CalendarAddress(to));
    }

    /**
     * {@code book ORGANISER RESOURCE UID START END}: the invitation of a resource, with the lines
     * below as well, each in the place of one of that name (but for attendees); {@code cancel ...}:
     * the cancellation. SEQUENCE counts the mails about a UID.
     */
    private void ask(String method, Step step, List<String> words, Installation site) {
        String organiser = words.getFirst();
        String resource = words.get(1);
        String uid = words.get(2);
        int sequence = asked.merge(uid, 1, Integer::sum) - 1;
        var lines =
                new ArrayList<>(
                        List.of(
                                "METHOD:" + method,
                                "UID:" + uid,
                                "SEQUENCE:" + sequence,
                                "SUMMARY:Meeting",
                                "DTSTART:" + compact(words.get(3)),
                                "DTEND:" + compact(words.get(4)),
                                "ORGANIZER:mailto:" + organiser,
                                "ATTENDEE;PARTSTAT=ACCEPTED:mailto:" + organiser,
                                "ATTENDEE;CUTYPE=RESOURCE;RSVP=TRUE:mailto:" + resource));
        for (String line : step.block()) {
            String name = line.split("[;:]", 2)[0];
            boolean isOne = !name.equals("ATTENDEE") && !lines.contains("and");
            lines.removeIf(each -> isOne && each.split("[;:]", 2)[0].equals(name));
            lines.add(line);
        }
        lastMail = text(step, organiser, resource, calendar(lines));
        receive(lastMail, site, new CalendarAddress(resource));
    }

    private static String compact(String instant) {
        return Instant.parse(instant).toString().replaceAll("[-:]", "");
    }

    /** {@code quota limit QUOTA WHO DURATION}, {@code quota group QUOTA NAME ADDRESS...}. */
    private static void quota(List<String> words, Installation site) {
        String quota = words.get(1);
        String who = words.get(2);
        site.store()
                .change(
                        writing -> {
                            if (words.getFirst().equals("limit")) {
                                writing.limitQuota(
                                        quota, limited(who), Durations.parse(words.get(3)));
                            } else {
                                for (String each : words.subList(3, words.size())) {
                                    writing.shareQuota(quota, new CalendarAddress(each), who);
                                }
                            }
                        });
    }

    private static CalendarAddress limited(String who) {
        return who.equals("everybody")
                ? Quotas.EVERYBODY
                : who.startsWith("group:")
                        ? Quotas.group(who.substring("group:".length()))
                        : new CalendarAddress(who);
    }

    /** {@code program NAME}: the lines are one of SCHEDULING_PROGRAMS. */
    private void program(String name, List<String> lines) throws IOException {
        Path file = Files.createDirectories(folder.resolve("programs")).resolve(name);
        Files.write(file, lines);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /**
     * {@code bounce to USER of RECIPIENT WORDS}: what a mail server says of the mail that the last
     * {@code sends} named (RFC 3464). A line of the block, such as {@code Return-Path: <a@b>},
     * stands in the place of its own.
     */
    private void bounce(Step step, List<String> words, Installation site) {
        String report =
                """
                Return-Path: <>
                From: MAILER-DAEMON@mail.example.org
                To: USER
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.example.org

                Final-Recipient: rfc822; RECIPIENT
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; WORDS

                --b
                Content-Type: message/rfc822

                """
                        .replace("USER", words.get(1))
                        .replace("RECIPIENT", words.get(3))
                        .replace("WORDS", String.join(" ", words.subList(4, words.size())));
        String bounce = report.replace("\n", "\r\n") + lastPosted + "\r\n--b--\r\n";
        for (String line : step.block()) {
            String name = line.substring(0, line.indexOf(':') + 1);
            bounce = bounce.replaceAll("(?m)^" + name + "[^\r]*(\r\n [^\r]*)*", line);
        }
        lastMail = bounce;
        receive(lastMail, site, new CalendarAddress(words.get(1)));
    }

    private String text(Step step, String from, String to, String body) {
        return "From: "
                + from
                + "\r\nTo: "
                + to
                + "\r\nSubject: Invitation\r\nMessage-ID: <m"
                + step.line()
                + "@example.net>\r\nDate: "
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC))
                + "\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: text/calendar; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                + body;
    }

    /**
     * {@code sent from A to B [by SENDER]}: what the person's own mail program sent, SENDER being
     * that of the envelope. {@code sent-again}: the same once more.
     */
    private void sent(Step step, List<String> words, Installation site) {
        String from = words.get(1);
        String sender = words.size() > 5 ? words.get(5) : from;
        lastSent = text(step, from, words.get(3), calendar(step.block()));
        lastSender = new CalendarAddress(sender);
        learn(lastSent, site, lastSender);
    }

    private void learn(String mail, Installation site, CalendarAddress sender) {
        sound(
                new OwnMailHandler(site)
                        .learn(mail.getBytes(StandardCharsets.UTF_8), List.of(sender), now)
                        .faults());
    }

    /** What a fault of ours let pass untold must not look like a refusal. */
    private static void sound(List<RuntimeException> faults) {
        if (!faults.isEmpty()) {
            throw faults.getFirst();
        }
    }

    /** {@code save USER UID}, {@code send USER UID}: the lines are the event as it is to be. */
    private void save(Step step, List<String> words, Installation site) {
        boolean send = step.words().startsWith("send ");
        CalendarAddress user = address(words);
        outcome =
                word(
                        new ActionHandler(site)
                                .save(
                                        user,
                                        calendar(step.block()),
                                        send,
                                        version(site, user, words.get(1)),
                                        IdempotencyKey.of("form" + forms++),
                                        now)
                                .getClass()
                                .getSimpleName());
    }

    /**
     * {@code send-series USER UID [ID]}: the lines are that date, or the series, as all of it is to
     * be, with RRULE where it is to repeat otherwise. {@code send-from USER UID ID}: the lines are
     * the occurrence as it and those after it are to be.
     */
    private void sendFrom(Step step, List<String> words, Installation site) {
        RecurrenceId id = Objects.requireNonNull(RecurrenceId.read(words.get(2)));
        act(words, new UserAction.SaveFrom(id, part(step), true, ""), site);
    }

    /**
     * All of a series, as a date of it or the series itself is to be; its rule where one is said.
     */
    private void sendSeries(Step step, List<String> words, Installation site) {
        VEvent after = part(step);
        RecurrenceId id = words.size() > 2 ? RecurrenceId.read(words.get(2)) : null;
        Property rule = after.component().first("RRULE");
        var rhythm = rule == null ? null : new SeriesEdit.Rhythm(rule, false, null);
        act(words, new UserAction.SaveSeries(id, after, rhythm, true, ""), site);
    }

    private VEvent part(Step step) {
        return CalendarReader.read(calendar(step.block()), Limits.STANDARD)
                .objects()
                .getFirst()
                .events()
                .getFirst()
                .main();
    }

    private void act(List<String> words, UserAction action, Installation site) {
        CalendarAddress user = address(words);
        outcome =
                word(
                        new ActionHandler(site)
                                .act(
                                        user,
                                        words.get(1),
                                        action,
                                        version(site, user, words.get(1)),
                                        IdempotencyKey.of("form" + forms++),
                                        now)
                                .getClass()
                                .getSimpleName());
    }

    /** The times that are held for proposals. */
    private List<String> holds(Installation site, CalendarAddress user) {
        try (ReadTransaction reading = site.store().read()) {
            return reading.offers(user).stream()
                    .filter(offer -> offer.holds(now))
                    .map(o -> o.uid() + " " + o.start() + " " + o.end())
                    .toList();
        }
    }

    /** {@code proposals USER UID}: who proposes something else. */
    private static List<String> proposals(Installation site, List<String> words) {
        try (ReadTransaction reading = site.store().read()) {
            return reading.counters(address(words), words.get(1)).stream()
                    .map(c -> c.from().email() + (c.id() == null ? "" : " " + c.id()))
                    .toList();
        }
    }

    /** To whoever prefers {@code resource} it comes as to a resource. */
    private void receive(String mail, Installation site, CalendarAddress to) {
        if (isResource(site, to)) {
            handedOn = List.of();
            sound(
                    new ResourceMailHandler(site)
                            .receive(mail.getBytes(StandardCharsets.UTF_8), List.of(to), now)
                            .faults());
            return;
        }
        Received received =
                new IncomingMailHandler(site)
                        .receive(mail.getBytes(StandardCharsets.UTF_8), List.of(to), now);
        handedOn = received.handOn();
        sound(received.faults());
    }

    private static boolean isResource(Installation site, CalendarAddress to) {
        try (ReadTransaction reading = site.store().read()) {
            return reading.preferring(PersonalPreferences.RESOURCE.name()).containsKey(to);
        }
    }

    private String calendar(List<String> block) {
        var lines = new ArrayList<String>();
        lines.add("BEGIN:VCALENDAR");
        lines.add("VERSION:2.0");
        lines.add("PRODID:-//story//EN");
        boolean bare = block.stream().noneMatch(line -> line.startsWith("BEGIN:V"));
        var event = new ArrayList<String>();
        for (String line : block) {
            (bare && !line.startsWith("METHOD:") ? event : lines).add(line);
        }
        if (bare) {
            var first = new ArrayList<String>(List.of("BEGIN:VEVENT"));
            if (event.stream().noneMatch(line -> line.startsWith("DTSTAMP"))) {
                first.add("DTSTAMP:" + now.toString().replaceAll("[-:]|\\.\\d+", ""));
            }
            lines.addAll(first);
            for (String line : event) {
                if (line.equals("and")) {
                    // Another part of the same event.
                    lines.add("END:VEVENT");
                    lines.addAll(first);
                    event.stream().filter(each -> each.startsWith("UID")).forEach(lines::add);
                } else if (!line.equals("DTSTAMP:none")) {
                    lines.add(line);
                }
            }
            lines.add("END:VEVENT");
        }
        lines.add("END:VCALENDAR");
        return String.join("\r\n", lines) + "\r\n";
    }

    /**
     * {@code click USER accept|tentative|decline|remove UID [RECURRENCE-ID]}, {@code click USER
     * accept-dates|decline-dates UID}, {@code click USER cancel|cancel-from UID [ID]}, {@code click
     * USER counter UID START END [ID]}; and with somebody in front of the UID: let-in, refuse,
     * delegate, accept-counter, decline-counter, cancel-for. A comment stands below.
     */
    private void click(Step step, List<String> words, Installation site) {
        CalendarAddress user = address(words);
        String action = words.get(1);
        boolean aboutSomebody = ABOUT_SOMEBODY.contains(action);
        int at = aboutSomebody ? 3 : 2;
        String uid = words.get(at);
        int last = action.equals("counter") ? at + 3 : at + 1;
        RecurrenceId id = words.size() > last ? RecurrenceId.read(words.get(last)) : null;
        String comment = String.join("\n", step.block());
        var who = new CalendarAddress(words.get(2));
        UserAction act =
                switch (action) {
                    case "accept" -> new UserAction.Answer(id, Participation.ACCEPTED, comment);
                    case "tentative" -> new UserAction.Answer(id, Participation.TENTATIVE, comment);
                    case "decline" -> new UserAction.Answer(id, Participation.DECLINED, comment);
                    case "accept-dates" ->
                            new UserAction.AnswerDates(Participation.ACCEPTED, comment);
                    case "decline-dates" ->
                            new UserAction.AnswerDates(Participation.DECLINED, comment);
                    case "remove" -> new UserAction.Remove();
                    case "let-in" -> new UserAction.LetIn(who, id);
                    case "refuse" -> new UserAction.Refuse(who, id);
                    case "delegate" -> new UserAction.Delegate(id, who, comment);
                    case "counter" ->
                            new UserAction.Propose(
                                    id,
                                    CalendarTime.utc(Instant.parse(words.get(3))),
                                    CalendarTime.utc(Instant.parse(words.get(4))),
                                    "",
                                    comment);
                    case "accept-counter" -> new UserAction.AcceptCounter(who, id);
                    case "decline-counter" -> new UserAction.DeclineCounter(who, id, comment);
                    case "cancel" -> new UserAction.CallOff(id, false, List.of(), true, comment);
                    case "cancel-from" ->
                            new UserAction.CallOff(id, true, List.of(), true, comment);
                    case "cancel-for" ->
                            new UserAction.CallOff(id, false, List.of(who), true, comment);
                    default -> throw new AssertionError("no such action");
                };
        outcome =
                word(
                        new ActionHandler(site)
                                .act(
                                        user,
                                        uid,
                                        act,
                                        version(site, user, uid),
                                        IdempotencyKey.of("form" + forms++),
                                        now)
                                .getClass()
                                .getSimpleName());
    }

    private static final Set<String> ABOUT_SOMEBODY =
            Set.of(
                    "let-in",
                    "refuse",
                    "delegate",
                    "accept-counter",
                    "decline-counter",
                    "cancel-for");

    private static long version(Installation site, CalendarAddress user, String uid) {
        try (ReadTransaction reading = site.store().read()) {
            KeptEvent event = reading.event(user, uid);
            return event == null ? ActionHandler.NEW : event.version();
        }
    }

    private Activity newest(Installation site) {
        Activity newest = null;
        try (ReadTransaction reading = site.store().read()) {
            for (CalendarAddress user : reading.users()) {
                for (Activity each : reading.activity(user, 1)) {
                    newest = newest == null || !each.at().isBefore(newest.at()) ? each : newest;
                }
            }
        }
        if (newest == null) {
            throw new AssertionError("nothing was noted");
        }
        return newest;
    }

    private static List<String> waiting(Installation site, CalendarAddress user) {
        var waiting = new ArrayList<String>();
        try (ReadTransaction reading = site.store().read()) {
            for (Request request : reading.requests(user)) {
                waiting.add(
                        word(request.kind().name())
                                + " "
                                + request.uid()
                                + (request.id() == null ? "" : " " + request.id())
                                + " from "
                                + (request.from() == null ? "-" : request.from().email()));
            }
        }
        return waiting;
    }

    private static String word(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** {@code calendar USER FROM TO}: days, in the person's zone. */
    private static List<String> calendar(Installation site, List<String> words) {
        var lines = new ArrayList<String>();
        for (Occurrence each : occurrences(site, words)) {
            lines.add(
                    each.start()
                            + " "
                            + each.end()
                            + " "
                            + (each.participation() == null
                                    ? "-"
                                    : word(each.participation().name()))
                            + " "
                            + word(each.busy().name())
                            + (each.cancelled() ? " cancelled" : "")
                            + " "
                            + each.summary());
        }
        return lines;
    }

    private static List<Occurrence> occurrences(Installation site, List<String> words) {
        try (ReadTransaction reading = site.store().read()) {
            return site.schedule(reading, address(words))
                    .occurrences(midnight(words.get(1)), midnight(words.get(2)));
        }
    }

    private static Instant midnight(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneId.of("Europe/Oslo")).toInstant();
    }

    /** As the pages and whoever asks have it; what is published says the same. */
    private List<String> freeBusy(Installation site, List<String> words) {
        Instant from = midnight(words.get(1));
        Instant to = midnight(words.get(2));
        try (ReadTransaction reading = site.store().read()) {
            var participant = site.participant(reading, address(words));
            var object = Publishing.freeBusy(site, reading, participant, from, to, now);
            List<String> published =
                    lines(new VFreeBusy(object, Zones.NONE).periods()).stream().sorted().toList();
            List<String> own =
                    lines(site.schedule(reading, participant).freeBusy(from, to, now).periods());
            same(own, published);
            return own;
        }
    }

    private static List<String> lines(@Nullable List<BusyPeriod> periods) {
        return periods == null
                ? List.of("unreadable")
                : periods.stream()
                        .map(p -> p.start() + " " + p.end() + " " + word(p.busy().name()))
                        .toList();
    }

    /** {@code others USER OTHER FROM TO}: what the user knows of the other. */
    private static List<String> others(Installation site, List<String> words) {
        try (ReadTransaction reading = site.store().read()) {
            var window = new Window(midnight(words.get(2)), midnight(words.get(3)));
            return lines(
                    new OthersBusy(site, reading, address(words))
                            .of(new CalendarAddress(words.get(1)), window)
                            .periods());
        }
    }

    /**
     * {@code sends nothing}, or {@code sends METHOD A...}: the next mail that leaves, to whom, in
     * their order, and what the calendar in it says; {@code sends mail A...}: one without a
     * calendar.
     */
    private void sends(Step step, List<String> words, Installation site) {
        if (words.equals(List.of("nothing"))) {
            nothingIsLeft(site);
            return;
        }
        site.store()
                .change(
                        writing -> {
                            List<Posted> mails = writing.outbox(now, 1);
                            if (mails.isEmpty()) {
                                throw new AssertionError("nothing was sent");
                            }
                            Posted mail = mails.getFirst();
                            same(String.join(" ", words), told(mail));
                            CalendarLines.of(calendars(mail)).hold(step.block());
                            same(List.of(), complaints(mail));
                            lastPosted = new String(mail.message(), StandardCharsets.UTF_8);
                            writing.sent(mail.number());
                        });
    }

    /** A mail that no {@code sends} before it named is one too many. */
    private void nothingIsLeft(Installation site) {
        try (ReadTransaction reading = site.store().read()) {
            List<Posted> mails = reading.outbox(now.plus(java.time.Duration.ofDays(400)), 100);
            if (!mails.isEmpty()) {
                throw new AssertionError(
                        "sent, and not said:\n"
                                + mails.stream()
                                        .map(mail -> told(mail) + "\n" + calendars(mail))
                                        .collect(Collectors.joining("\n")));
            }
        }
    }

    /** The methods of its calendars, and to whom it goes. */
    private static String told(Posted mail) {
        String methods =
                CalendarLines.of(calendars(mail)).outside().stream()
                        .filter(line -> line.startsWith("METHOD:"))
                        .map(line -> line.substring("METHOD:".length()))
                        .collect(Collectors.joining("+"));
        return (methods.isEmpty() ? "mail" : methods) + " " + String.join(" ", mail.recipients());
    }

    /** What ical4j's validators of RFC 5546 say of it. */
    private List<String> complaints(Posted mail) {
        return calendars(mail).stream()
                .flatMap(calendar -> Validated.complaints(story.file(), calendar).stream())
                .toList();
    }

    /** The calendars of a mail; each is there once more as an attachment. */
    private static List<String> calendars(Posted mail) {
        return MailReader.read(mail.message(), MailLimits.DEFAULT).parts().stream()
                .map(part -> new String(part.content(), StandardCharsets.UTF_8))
                .distinct()
                .toList();
    }

    /** {@code writes WORDS}: what the next mail to be sent has in it, as it leaves. */
    private String written(Installation site) {
        try (ReadTransaction reading = site.store().read()) {
            List<Posted> mails = reading.outbox(now, 1);
            return mails.isEmpty()
                    ? "nothing was sent"
                    : new String(mails.getFirst().message(), StandardCharsets.UTF_8);
        }
    }

    /** What the next mail to be sent is called. */
    private String subject(Installation site) {
        try (ReadTransaction reading = site.store().read()) {
            List<Posted> mails = reading.outbox(now, 1);
            return mails.isEmpty()
                    ? "nothing was sent"
                    : MailReader.read(mails.getFirst().message(), MailLimits.DEFAULT).subject();
        }
    }

    /** What must be there; what stands after {@code not} must not. */
    private static void holds(List<String> block, String text) {
        for (String line : block) {
            if (line.startsWith("not ")) {
                if (text.contains(line.substring(4))) {
                    throw new AssertionError("has " + line.substring(4) + "\n" + text);
                }
            } else {
                contains(text, line);
            }
        }
    }

    /** {@code kept USER UID} with what it says, or {@code kept USER UID nothing}. */
    private void kept(Step step, List<String> words, Installation site) {
        KeptEvent event = event(site, address(words), words.get(1));
        if (words.size() > 2) {
            if (event != null) {
                throw new AssertionError("it is kept:\n" + event.text());
            }
            return;
        }
        if (event == null) {
            throw new AssertionError("it is not kept");
        }
        CalendarLines.of(List.of(event.text())).hold(step.block());
    }

    private static @Nullable KeptEvent event(Installation site, CalendarAddress user, String uid) {
        try (ReadTransaction reading = site.store().read()) {
            return reading.event(user, uid);
        }
    }

    /**
     * Lines that the mails handed on must hold together; with {@code untouched} it is the one that
     * came, octet for octet, below a line of ours.
     */
    private void delivers(Step step, List<String> words) throws IOException {
        if (words.equals(List.of("untouched"))) {
            same("1", Integer.toString(handedOn.size()));
            String mail = new String(handedOn.getFirst().message().bytes(), StandardCharsets.UTF_8);
            same(
                    lastMail,
                    mail.replaceFirst("^X-Imip-Agent: [^\\r\\n]*(\\r\\n [^\\r\\n]*)*\\r\\n", ""));
            return;
        }
        var text = new ByteArrayOutputStream();
        for (HandOn mail : handedOn) {
            mail.message().writeTo(text);
        }
        holds(step.block(), text.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"));
    }

    private static void same(List<String> expected, List<String> actual) {
        same(String.join("\n", expected), String.join("\n", actual));
    }

    private static void same(String expected, String actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError("expected\n" + expected + "\nbut was\n" + actual);
        }
    }

    private static void contains(String text, String part) {
        if (!text.contains(part)) {
            throw new AssertionError("lacks " + part + "\n" + text);
        }
    }
}
