package org.imipagent.manager;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imipagent.agent.IdempotencyKey;
import org.imipagent.agent.ProfileAction;
import org.imipagent.agent.ProfileHandler;
import org.imipagent.agent.ProfileHandler.Outcome;
import org.imipagent.agent.ProfileHandler.Reason;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.cgi.Form;
import org.imipagent.cgi.HttpResponse;
import org.imipagent.cgi.Site;
import org.imipagent.cgi.Tokens;
import org.imipagent.manager.EventView.Notice;
import org.imipagent.manager.templates.JteprofileGenerated;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.Preference;
import org.imipagent.settings.WorkingHours;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a person: {@code /profile}. One form, whose fields have the names of the
 * preferences; those that it lacks stay as they are. {@code action} is {@code save}; {@code
 * renew-feed} gives the calendar feed another address, {@code ask-code} mails a code to the address
 * in {@code alias}, {@code zone} comes from the question on the calendar. The fields {@code
 * confirm-alias} and {@code remove-alias} are buttons with an address. Each of them saves what else
 * was entered, so that nothing is lost.
 */
final class ProfilePage {

    static final int LONGEST_LINE = 1000;

    private final PageContext context;
    private final Form form;

    private ProfilePage(PageContext context) {
        this.context = context;
        this.form = context.request().form();
    }

    static HttpResponse show(PageContext context) {
        String done = context.request().query().text("done");
        return page(context, notice(context.texts(), done), Map.of(), 200);
    }

    static HttpResponse act(PageContext context) {
        return new ProfilePage(context).answer();
    }

    private static @Nullable Notice notice(Messages texts, String done) {
        MessageKey words =
                switch (done) {
                    case "saved" -> MessageKey.PROFILE_SAVED;
                    case "code" -> MessageKey.ALIAS_CODE_SENT;
                    case "added" -> MessageKey.ALIAS_ADDED;
                    case "removed" -> MessageKey.ALIAS_REMOVED;
                    case "renewed" -> MessageKey.FEED_RENEWED;
                    default -> null;
                };
        return words == null ? null : new Notice("good", texts.say(words));
    }

    private HttpResponse answer() {
        String action = form.text("action");
        if (!form.has("confirm-alias") && !form.has("remove-alias")) {
            switch (action) {
                case "save", "zone", "renew-feed", "ask-code" -> {}
                default -> {
                    return wrong(Map.of(), MessageKey.ERROR_ACTION);
                }
            }
        }
        var errors = new LinkedHashMap<String, String>();
        Map<String, String> chosen = chosen(errors);
        if (!errors.isEmpty()) {
            return wrong(errors, MessageKey.ERROR_FIELDS);
        }
        return switch (context.manager().profile().apply(request(chosen))) {
            case Outcome.Done _ -> HttpResponse.redirect(303, next(action));
            case Outcome.Stale _ -> stale();
            case Outcome.Refused(var field, var reason) ->
                    wrong(Map.of(id(field), words(reason)), MessageKey.ERROR_FIELDS);
        };
    }

    private ProfileRequest request(Map<String, String> chosen) {
        return new ProfileRequest(
                context.user(),
                new ProfileAction(chosen, step()),
                form.text("version"),
                new IdempotencyKey(
                        Tokens.nonce(form.text(Site.TOKEN)), form.digestWithout(Site.TOKEN)));
    }

    private ProfileAction.@Nullable Step step() {
        if (form.has("remove-alias")) {
            return new ProfileAction.DropAlias(form.text("remove-alias"));
        }
        if (form.has("confirm-alias")) {
            String address = form.text("confirm-alias");
            return new ProfileAction.ProveAlias(address, form.text("code " + address));
        }
        return switch (form.text("action")) {
            case "renew-feed" -> new ProfileAction.RenewFeed();
            case "ask-code" -> new ProfileAction.AskForCode(form.text("alias").strip());
            default -> null;
        };
    }

    /** What was entered, by preference; what is wrong with it goes into the errors, by field. */
    private Map<String, String> chosen(Map<String, String> errors) {
        var chosen = new LinkedHashMap<String, String>();
        for (Preference<?> preference : ProfileSections.ALL) {
            String name = preference.name();
            if (form.has(name)) {
                String text = entered(form, name);
                if (PersonalPreferences.problem(name, text) == null) {
                    chosen.put(name, text);
                } else {
                    errors.put(name, wrong(preference, text));
                }
            }
        }
        if (WorkingHoursForm.isIn(form)) {
            choose(chosen, errors);
        }
        return chosen;
    }

    /** The site's own hours are no choice: they follow the site. */
    private void choose(Map<String, String> chosen, Map<String, String> errors) {
        String name = PersonalPreferences.WORKING_HOURS.name();
        WorkingHours hours = WorkingHoursForm.read(form);
        if (hours == null) {
            errors.put(name, context.texts().say(MessageKey.ERROR_HOURS));
        } else {
            String standard = context.preferences().standardText(PersonalPreferences.WORKING_HOURS);
            chosen.put(name, hours.text().equals(standard) ? "" : hours.text());
        }
    }

    static String entered(Form form, String name) {
        return form.text(name).replace("\r\n", "\n").strip();
    }

    private String wrong(Preference<?> preference, String text) {
        Messages texts = context.texts();
        if (preference.equals(PersonalPreferences.CN)) {
            return texts.say(MessageKey.ERROR_NAME, "most", Integer.toString(LONGEST_LINE));
        }
        if (preference.equals(PersonalPreferences.DEPUTIES)) {
            return texts.say(
                    MessageKey.ERROR_PEOPLE, "lines", wrongLines(preference, text, "[\n,]"));
        }
        if (preference.equals(PersonalPreferences.AUTOMATIC_REPLIES)) {
            return texts.say(MessageKey.ERROR_REPLIES, "lines", wrongLines(preference, text, "\n"));
        }
        return texts.say(MessageKey.ERROR_CHOICE);
    }

    private static String wrongLines(Preference<?> preference, String text, String separator) {
        var lines = new ArrayList<String>();
        for (String line : text.split(separator, -1)) {
            if (PersonalPreferences.problem(preference.name(), line.strip()) != null) {
                lines.add(UntrustedText.line(line));
            }
        }
        return String.join(", ", lines);
    }

    private String words(Reason reason) {
        return context.texts()
                .say(
                        switch (reason) {
                            case NO_VALUE -> MessageKey.ERROR_CHOICE;
                            case NO_ADDRESS -> MessageKey.ERROR_ADDRESS;
                            case OWN_ADDRESS -> MessageKey.ALIAS_OWN;
                            case TAKEN -> MessageKey.ALIAS_TAKEN;
                            case TOO_MANY_ALIASES -> MessageKey.ALIAS_MANY;
                            case TOO_MANY_CODES -> MessageKey.ALIAS_MANY_CODES;
                            case WRONG_CODE -> MessageKey.ALIAS_WRONG_CODE;
                            case NO_CODE -> MessageKey.ALIAS_NO_CODE;
                        });
    }

    /** The field of a refusal: a code's is that of its address, which may be gone meanwhile. */
    private String id(String field) {
        if (!field.equals("code")) {
            return field;
        }
        int at =
                ProfileHandler.waiting(context.reading(), context.user(), context.now())
                        .indexOf(new CalendarAddress(form.text("confirm-alias")));
        return at < 0 ? "alias" : "code-" + (at + 1);
    }

    private String next(String action) {
        String place = context.links().to("profile");
        if (form.has("remove-alias")) {
            return done(place, "removed") + "#addresses";
        }
        if (form.has("confirm-alias")) {
            return done(place, "added") + "#addresses";
        }
        return switch (action) {
            case "zone" -> context.links().to();
            case "renew-feed" -> done(place, "renewed") + "#feed-section";
            case "ask-code" -> done(place, "code") + "#addresses";
            default -> done(place, "saved");
        };
    }

    private String done(String place, String what) {
        return context.links().withQuery(place, "done", what);
    }

    private HttpResponse wrong(Map<String, String> errors, MessageKey why) {
        return again(errors, why, 422);
    }

    private HttpResponse stale() {
        return again(Map.of(), MessageKey.PROFILE_STALE, 409);
    }

    /** The page anew, as the data are now: a wrong code was counted meanwhile. */
    private HttpResponse again(Map<String, String> errors, MessageKey why, int status) {
        try (var reading = context.manager().reading().get()) {
            var now =
                    new PageContext(
                            context.manager(),
                            context.request(),
                            reading,
                            context.visitor(),
                            context.dates());
            return page(now, new Notice("bad", context.texts().say(why)), errors, status);
        }
    }

    private static HttpResponse page(
            PageContext context, @Nullable Notice notice, Map<String, String> errors, int status) {
        ProfileView view = view(context, notice, errors);
        return HttpResponse.html(
                status, Page.html(out -> JteprofileGenerated.render(out, null, view)));
    }

    private static ProfileView view(
            PageContext context, @Nullable Notice notice, Map<String, String> errors) {
        Messages texts = context.texts();
        String title = texts.say(MessageKey.PROFILE);
        boolean isWrong = notice != null && notice.kind().equals("bad");
        var sections = new ProfileSections(context, errors);
        return new ProfileView(
                context.frameWithoutZone(
                        isWrong ? texts.say(MessageKey.PROFILE_ERROR_TITLE, "page", title) : title,
                        Frame.Place.PROFILE),
                title,
                notice == null ? List.of() : List.of(notice),
                sections.errors(),
                new ProfileView.FormHead(
                        context.links().to("profile"),
                        context.token(),
                        ProfileHandler.version(context.reading().preferences(context.user())),
                        texts.say(MessageKey.PROFILE_SAVE)),
                sections.all(),
                sections.aliases(),
                new Link(texts.say(MessageKey.IMPORT_TITLE), context.links().to("import"), false));
    }
}
