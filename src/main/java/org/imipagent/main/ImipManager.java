package org.imipagent.main;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.imipagent.agent.ActionHandler;
import org.imipagent.agent.Installation;
import org.imipagent.calendar.CalendarAddress;
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
import org.imipagent.manager.Outcome;
import org.imipagent.manager.Visitor;
import org.imipagent.messages.Messages;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.ReadTransaction;
import org.imipagent.store.Store;
import org.imipagent.store.StoreTrouble;

/** The CGI program: one request. */
public final class ImipManager {

    private final ProcessEnvironment around;
    private final Installation site;

    private ImipManager(ProcessEnvironment around, Installation site) {
        this.around = around;
        this.site = site;
    }

    public static void main(String[] ignored) {
        System.exit(run(ProcessEnvironment.ofThisProcess()));
    }

    static int run(ProcessEnvironment around) {
        Settings settings;
        try {
            settings = SetUp.settings(around, null, null, null);
        } catch (NotSetUp notSetUp) {
            notSetUp.lines().forEach(around::complain);
            answerNotSetUp(around);
            return ExitStatus.DONE;
        }
        try (Store store = SetUp.store(settings)) {
            answer(
                    around,
                    new ImipManager(around, SetUp.installation(settings, store, around)).site());
        }
        return ExitStatus.DONE;
    }

    private static void answer(ProcessEnvironment around, Site site) {
        site.answer(
                around.environment(),
                around.in(),
                standardOutput(),
                around.err(),
                around.now(),
                around.pid());
    }

    private Site site() {
        var settings = site.settings();
        var manager =
                new org.imipagent.manager.Manager(
                        site.store()::read,
                        this::visitor,
                        site::event,
                        this::act,
                        this::preview,
                        () -> Messages.of(settings.value(SiteSettings.LANG)),
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

    /**
     * Whoever sends a form makes the store where there is none: an empty view has a new secret each
     * time, and no form would ever be good.
     */
    private Tokens tokens(org.imipagent.manager.Manager manager) {
        try {
            return new Tokens(site.store().effect(ReadTransaction::secret));
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
        if (email.isEmpty()) {
            throw Failure.forbidden(
                            Failure.Why.NOBODY,
                            "There is no calendar for the account " + name + ".")
                    .logging("REMOTE_USER is not an email address: set USER_ADDRESS");
        }
        var user = site.user(reading, new CalendarAddress(email));
        var participant = site.participant(reading, user);
        return new Visitor(
                participant.person(),
                participant.name().isEmpty() ? email : participant.name(),
                participant.texts(),
                site.schedule(reading, participant));
    }

    private Decision preview(ReadTransaction reading, ActionRequest click) {
        return new ActionHandler(site)
                .preview(reading, click.person().address(), click.uid(), click.act(), around.now());
    }

    private Outcome act(ActionRequest click) {
        var user = click.person().address();
        ActionHandler.Outcome outcome =
                new ActionHandler(site)
                        .act(
                                user,
                                click.uid(),
                                click.act(),
                                click.version(),
                                click.nonce(),
                                around.now());
        return switch (outcome) {
            case ActionHandler.Outcome.Done(var decision, var posted) -> {
                if (decision != null) {
                    tell(user, posted);
                }
                yield new Outcome.Done(decision == null ? Verdict.REPEATED : decision.verdict());
            }
            case ActionHandler.Outcome.Stale _ -> new Outcome.Stale();
            case ActionHandler.Outcome.Refused(var decision) ->
                    new Outcome.Refused(decision.verdict());
            case ActionHandler.Outcome.Unknown _ -> new Outcome.Refused(Verdict.UNKNOWN_EVENT);
        };
    }

    /** What was done is kept already; publishing and sending may fail, and are done again later. */
    private void tell(CalendarAddress user, List<Long> posted) {
        var telling = new Afterwards(around, site, around.now());
        telling.publish(List.of(user));
        telling.send(posted);
    }
}
