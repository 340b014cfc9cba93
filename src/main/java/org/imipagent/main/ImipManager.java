package org.imipagent.main;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.imipagent.agent.ActionHandler;
import org.imipagent.agent.FreeBusyLookup;
import org.imipagent.agent.FreeBusyQuestions;
import org.imipagent.agent.ImportDraft;
import org.imipagent.agent.ImportedEvent;
import org.imipagent.agent.Installation;
import org.imipagent.agent.PeerSchedule;
import org.imipagent.agent.ProfileHandler;
import org.imipagent.agent.Publishing;
import org.imipagent.agent.Resources;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.cgi.AcceptLanguage;
import org.imipagent.cgi.Failure;
import org.imipagent.cgi.FailurePage;
import org.imipagent.cgi.HttpResponse;
import org.imipagent.cgi.RequestLimits;
import org.imipagent.cgi.Site;
import org.imipagent.cgi.Tokens;
import org.imipagent.itip.Decision;
import org.imipagent.itip.Verdict;
import org.imipagent.main.SetUp.NotSetUp;
import org.imipagent.manager.ActionRequest;
import org.imipagent.manager.ImportSteps;
import org.imipagent.manager.Outcome;
import org.imipagent.manager.PeerCalendars;
import org.imipagent.manager.ProfileRequest;
import org.imipagent.manager.UndoRequest;
import org.imipagent.manager.Visitor;
import org.imipagent.messages.Messages;
import org.imipagent.settings.Language;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.Preferences;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.ReadTransaction;
import org.imipagent.store.Store;
import org.imipagent.store.StoreTrouble;
import org.jspecify.annotations.Nullable;

/** The CGI program: one request. */
public final class ImipManager {

    private final ProcessEnvironment around;
    private final Installation site;

    /** The view that a token was checked in, until the page takes it over. */
    private @Nullable ReadTransaction opened;

    /** What a form led to, for the log; "" where none did. */
    private String done = "";

    /** What is left to do when the answer is known. */
    private final List<Runnable> afterwards = new ArrayList<>();

    private ImipManager(ProcessEnvironment around, Installation site) {
        this.around = around;
        this.site = site;
    }

    public static void main(String[] ignored) {
        Machine.exit(run(ProcessEnvironment.ofThisProcess()));
    }

    static int run(ProcessEnvironment around) {
        long begin = System.nanoTime();
        Settings settings;
        try {
            settings = SetUp.settings(around, null, null, null);
        } catch (NotSetUp notSetUp) {
            notSetUp.lines().forEach(around::complain);
            answerNotSetUp(around);
            return ExitStatus.DONE;
        }
        try (Store store = SetUp.store(settings)) {
            var manager = new ImipManager(around, SetUp.installation(settings, store, around));
            manager.answer(new RequestLog(around, settings, begin));
        }
        return ExitStatus.DONE;
    }

    /** The response comes last of all: lighttpd ends a program as soon as it is complete. */
    private void answer(RequestLog log) {
        var response = new ByteArrayOutputStream();
        Site.Answered answered =
                site().answer(
                                around.environment(),
                                around.in(),
                                response,
                                around.err(),
                                around.now(),
                                around.pid());
        log.write(answered, done);
        afterwards.forEach(this::carryOut);
        try {
            OutputStream out = standardOutput();
            response.writeTo(out);
            out.flush();
        } catch (IOException gone) {
            around.complain("the response could not be written: " + gone.getMessage());
        }
    }

    /** What was done is kept already: where this fails, the regular job does it. */
    private void carryOut(Runnable rest) {
        try {
            rest.run();
        } catch (RuntimeException trouble) {
            around.complain("left to the regular job: " + trouble);
        }
    }

    private Site site() {
        var settings = site.settings();
        var manager =
                new org.imipagent.manager.Manager(
                        this::reading,
                        this::visitor,
                        site::event,
                        this::act,
                        this::undo,
                        this::preview,
                        this::profile,
                        settings,
                        new ImportSteps(
                                settings.value(SiteSettings.MAX_UPLOAD_BYTES),
                                this::look,
                                this::take),
                        new PeerCalendars(
                                (data, question) -> PeerSchedule.all(site, data, question),
                                (user, people) ->
                                        new FreeBusyLookup(site, around.now()).read(user, people),
                                data -> new Resources(site, data),
                                this::askFreeBusy),
                        () -> texts(Preferences.of(settings, Map.of())),
                        around.now());
        return new Site(
                manager.routes(),
                manager.failures(),
                limits(settings),
                () -> tokens(manager),
                settings.value(SiteSettings.TRUST_FORWARDED));
    }

    private static RequestLimits limits(Settings settings) {
        return new RequestLimits(
                settings.value(SiteSettings.MAX_FORM_BYTES),
                settings.value(SiteSettings.MAX_UPLOAD_BYTES),
                RequestLimits.USUAL.fields(),
                RequestLimits.USUAL.addressCharacters());
    }

    /** A view of the data: of a form, the one that its token was checked in. */
    private ReadTransaction reading() {
        ReadTransaction view = opened;
        opened = null;
        return view == null ? site.store().read() : view;
    }

    /**
     * Whoever sends a form makes the store where there is none: an empty view has a new secret each
     * time, and no form would ever be good.
     */
    private Tokens tokens(org.imipagent.manager.Manager manager) {
        try {
            ReadTransaction view = site.store().read();
            if (view.isEmpty()) {
                view.close();
                site.store().change(_ -> {});
                view = site.store().read();
            }
            opened = view;
            return new Tokens(view.secret());
        } catch (StoreTrouble trouble) {
            throw manager.unavailable(trouble);
        }
    }

    /** Any request to a site without settings. */
    private static void answerNotSetUp(ProcessEnvironment around) {
        var failure =
                new Failure(
                        500,
                        "Not set up",
                        "This calendar is not set up. The administrator can find the reason in the web"
                                + " server's error log.");
        HttpResponse page = FailurePage.PLAIN.draw(failure, null).as(failure.status());
        try {
            if (around.variable("REQUEST_METHOD").equals("HEAD")) {
                page.writeHead(standardOutput());
            } else {
                page.write(standardOutput());
            }
        } catch (IOException gone) {
            around.complain("the response could not be written: " + gone.getMessage());
        }
    }

    private static OutputStream standardOutput() {
        return new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
    }

    private Visitor visitor(ReadTransaction reading, String name) {
        String email = site.settings().value(SiteSettings.USER_ADDRESS).of(name);
        var address = CalendarAddress.ofEmail(email);
        if (address == null) {
            throw nobody(name);
        }
        var user = site.user(reading, address);
        var participant = site.participant(reading, user);
        return new Visitor(
                participant.person(),
                participant.name().isEmpty() ? email : participant.name(),
                texts(participant.preferences()),
                site.schedule(reading, participant),
                participant.preferences());
    }

    /** Somebody whose name is no one address: what is wrong with it, and where to mend it. */
    private static Failure nobody(String name) {
        int first = name.indexOf('@');
        if (first < 0) {
            return Failure.forbidden(
                            Failure.Why.NO_ADDRESS, "There is no email address for this account.")
                    .logging(
                            "REMOTE_USER is not an email address: set USER_ADDRESS, or give the"
                                    + " directory's entry a mail");
        }
        if (name.indexOf(';') > first && name.indexOf('@', first + 1) > 0) {
            return Failure.forbidden(
                            Failure.Why.MANY_ADDRESSES,
                            "There is more than one email address for this account.")
                    .logging(
                            "REMOTE_USER is several email addresses: give the directory's entry one"
                                    + " mail, or use another attribute (IMIP_LDAP_USER)");
        }
        return Failure.forbidden(
                        Failure.Why.NOBODY, "There is no calendar for the account " + name + ".")
                .logging("REMOTE_USER is not an email address: set USER_ADDRESS");
    }

    /** In the language that the person chose; else that their browser asks for; else the site's. */
    private Messages texts(Preferences preferences) {
        var asked = new AcceptLanguage(around.variable("HTTP_ACCEPT_LANGUAGE"));
        Language language =
                preferences.text(PersonalPreferences.LANG).isEmpty()
                        ? Language.firstOf(asked.tags())
                        : null;
        return Messages.of(
                language == null ? preferences.value(PersonalPreferences.LANG) : language.tag());
    }

    private Decision preview(ReadTransaction reading, ActionRequest click) {
        return new ActionHandler(site)
                .preview(reading, click.person().address(), click.uid(), click.act(), around.now());
    }

    private Outcome act(ActionRequest click) {
        return ended(
                new ActionHandler(site)
                        .act(
                                click.person().address(),
                                click.uid(),
                                click.act(),
                                click.version(),
                                click.form(),
                                around.now()));
    }

    private Outcome undo(UndoRequest request) {
        return ended(
                new ActionHandler(site)
                        .undo(
                                request.person().address(),
                                request.activity(),
                                request.form(),
                                around.now()));
    }

    /** Publishes and sends what is left to be, and tells the page how it ended. */
    private Outcome ended(ActionHandler.Outcome outcome) {
        return switch (outcome) {
            case ActionHandler.Outcome.Done(
                            var decision,
                            var unpublished,
                            var posted,
                            var activity,
                            var sendAfter) -> {
                unpublished.forEach(this::publishSoon);
                if (!posted.isEmpty()) {
                    afterwards.add(() -> send(sendAfter));
                }
                Verdict verdict = decision == null ? Verdict.REPEATED : decision.verdict();
                yield new Outcome.Done(logged(verdict), activity);
            }
            case ActionHandler.Outcome.Stale _ -> {
                logged(Verdict.STALE);
                yield new Outcome.Stale();
            }
            case ActionHandler.Outcome.Refused(var decision) ->
                    new Outcome.Refused(logged(decision.verdict()));
            case ActionHandler.Outcome.Unknown _ ->
                    new Outcome.Refused(logged(Verdict.UNKNOWN_EVENT));
        };
    }

    private Verdict logged(Verdict verdict) {
        done = verdict.word();
        return verdict;
    }

    private ProfileHandler.Outcome profile(ProfileRequest asked) {
        ProfileHandler.Outcome outcome =
                new ProfileHandler(site)
                        .act(
                                asked.user(),
                                asked.action(),
                                asked.version(),
                                asked.form(),
                                around.now());
        done = outcome instanceof ProfileHandler.Outcome.Done ? "preferred" : "refused";
        if (outcome instanceof ProfileHandler.Outcome.Done(var unpublished, var posted)) {
            unpublished.forEach(this::publish);
            if (!posted.isEmpty()) {
                afterwards.add(() -> send(Duration.ZERO));
            }
        }
        return outcome;
    }

    private List<CalendarAddress> askFreeBusy(PeerCalendars.Question question) {
        FreeBusyQuestions.Asked asked =
                new FreeBusyQuestions(site, around.now())
                        .ask(question.user(), question.people(), question.until());
        if (!asked.posted().isEmpty()) {
            done = Verdict.FREEBUSY_ASKED.word();
            afterwards.add(() -> send(Duration.ZERO));
        }
        return asked.asked();
    }

    private List<ImportedEvent> look(ImportSteps.Chosen chosen) {
        return new ImportDraft(site, chosen.user(), around.now())
                .look(chosen.draft(), chosen.files());
    }

    private ImportDraft.Done take(ImportSteps.Order order) {
        ImportDraft.Done imported =
                new ImportDraft(site, order.user(), around.now())
                        .carryOut(order.draft(), order.send());
        done = "imported";
        imported.unpublished().forEach(this::publishSoon);
        if (!imported.posted().isEmpty()) {
            afterwards.add(() -> send(Duration.ZERO));
        }
        return imported;
    }

    /** As {@link #publish}, but a large feed is written by a process of its own. */
    private void publishSoon(CalendarAddress user) {
        var publishing = new Publishing(site);
        try {
            if (BackgroundJob.command() == null || !publishing.hasLargeFeed(user)) {
                publish(user);
            } else {
                publishing.writeFreeBusy(user, around.now());
                afterwards.add(() -> send(Duration.ZERO));
            }
        } catch (IOException | RuntimeException trouble) {
            around.complain("free/busy of " + user.email() + " could not be published: " + trouble);
        }
    }

    /** What was done is kept already; where this fails, the regular job does it. */
    private void publish(CalendarAddress user) {
        var publishing = new Publishing(site);
        try {
            long change = publishing.write(user, around.now());
            afterwards.add(() -> publishing.markPublished(user, change));
        } catch (IOException | RuntimeException trouble) {
            around.complain("free/busy of " + user.email() + " could not be published: " + trouble);
        }
    }

    /** Nobody waits for mail servers. */
    private void send(Duration after) {
        Path command = BackgroundJob.command();
        if (command == null) {
            around.complain("bin/imip-agent is missing: mail waits for imip-agent outbox send");
            return;
        }
        try {
            BackgroundJob.start(command, after);
        } catch (IOException trouble) {
            around.complain("mail waits for the next imip-agent outbox send: " + trouble);
        }
    }
}
