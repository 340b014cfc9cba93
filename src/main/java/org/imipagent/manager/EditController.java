package org.imipagent.manager;

import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.cgi.Form;
import org.imipagent.cgi.HttpResponse;
import org.imipagent.cgi.Site;
import org.imipagent.cgi.Tokens;
import org.imipagent.itip.Decision;
import org.imipagent.itip.LocalMarks;
import org.imipagent.itip.UserAction;
import org.imipagent.itip.Verdict;
import org.imipagent.manager.EditPage.Attempt;
import org.imipagent.manager.EventView.Notice;
import org.imipagent.messages.MessageKey;
import org.jspecify.annotations.Nullable;

/**
 * An event is written, new or changed. Fields as in {@link EventFields}; {@code action} is {@code
 * send} (mail those whom it concerns), {@code save} (mail nobody now), {@code check} (say who would
 * be mailed), {@code find} (say when the guests are free; a {@code slot} of these is filled in) or
 * {@code discard}. With {@code ?alone=1}, which the button of a form without guests has, {@code
 * save} asks first where there are guests after all. Without the fields of an event, {@code send}
 * mails what was saved before, and {@code discard} throws an event away that nobody was told of.
 */
final class EditController {

    static final Set<String> ACTIONS = Set.of("send", "save", "check", "find", "discard");

    private final PageContext context;
    private final EditPage.Subject about;
    private final @Nullable EventContext subject;
    private final Form form;
    private final String action;
    private final String comment;
    private final EventFields shown;
    private EventFields typed;

    private EditController(PageContext context, EditPage.Subject about) {
        this.context = context;
        this.about = about;
        this.subject = about.event();
        this.form = context.request().form();
        this.action = form.text("action");
        this.comment = form.text("comment").replace("\r\n", "\n").strip();
        this.shown = about.sheet(context);
        this.typed = form.has("title") ? EventFields.typed(form, shown) : shown;
    }

    static HttpResponse create(PageContext context) {
        var about = EditPage.Subject.begun(context, context.request().form());
        return new EditController(context, about).answer();
    }

    static HttpResponse change(PageContext context, EventContext subject) {
        EditPage.requireEditable(context, subject);
        return new EditController(context, EditPage.Subject.of(subject)).answer();
    }

    /** The form as somebody wants it, before anything is done: with what sending would do. */
    static HttpResponse shown(PageContext context, EventContext subject, EventFields wanted) {
        EditPage.requireEditable(context, subject);
        var controller = new EditController(context, EditPage.Subject.of(subject));
        controller.typed = wanted;
        return controller.shown();
    }

    private HttpResponse shown() {
        EventFormReader written = read();
        Map<String, String> errors = written.errors();
        typed = written.typed();
        Attempt attempt =
                errors.isEmpty() && subject != null
                        ? previewed(changed(written, subject))
                        : attempt(null, errors);
        return EditPage.page(context, about, attempt, 200);
    }

    private HttpResponse answer() {
        EventTimes slot = EventSlots.read(form.text("slot"));
        if (slot != null && form.has("title")) {
            return taken(slot);
        }
        if (!ACTIONS.contains(action)) {
            return wrong(Map.of(), context.texts().say(MessageKey.ERROR_ACTION));
        }
        if (action.equals("discard")) {
            return discard();
        }
        if (comment.length() > ActionController.LONGEST_COMMENT) {
            return wrong(Map.of("comment", ActionController.tooLong(context, comment)), "");
        }
        EventFormReader written = read();
        Map<String, String> errors = written.errors();
        if (action.equals("find")) {
            return found(errors);
        }
        typed = written.typed();
        VEvent series = subject == null ? null : subject.event().master();
        if (errors.isEmpty()
                && series != null
                && (isSeries() || isFuture())
                && written.movesARule(series)) {
            errors = Map.of("start-date", context.texts().say(MessageKey.ERROR_RULE_DAY));
        }
        if (!errors.isEmpty()) {
            return wrong(errors, "");
        }
        UserAction act = subject == null ? created(written) : changed(written, subject);
        if (action.equals("check") || isUnasked()) {
            return check(act);
        }
        // Sent twice, the form was carried out before; else it is stale. The agent knows.
        return isUnread(act) && !isStale() ? wrong(unread(), "") : act(act);
    }

    /** The form again, with when the guests are free at its length. */
    private HttpResponse found(Map<String, String> errors) {
        boolean isAskable =
                !errors.containsKey("guest")
                        && EventTimes.FIELDS.stream().noneMatch(errors::containsKey);
        if (!isAskable) {
            return wrong(errors, "");
        }
        String uid = subject == null ? "" : subject.event().uid();
        var times = new GuestTimesSearch(context, typed, zone(), uid);
        return EditPage.page(context, about, attempt(null, Map.of()).with(times.found()), 200);
    }

    /** The form again, at one of those times. */
    private HttpResponse taken(EventTimes slot) {
        typed = typed.at(slot);
        return EditPage.page(context, about, attempt(null, Map.of()), 200);
    }

    private EventFormReader read() {
        return new EventFormReader(
                context, shown, typed, about.part(), subject == null, about.saysRhythm());
    }

    /** Whether there are guests where the form had none: nobody asked whether to mail them. */
    private boolean isUnasked() {
        return action.equals("save")
                && context.request().query().has("alone")
                && EditPage.concernsOthers(context, about, typed);
    }

    private HttpResponse discard() {
        if (subject == null) {
            return HttpResponse.redirect(303, context.links().to());
        }
        return !form.has("title") && isNeverTold(context, subject)
                ? act(new UserAction.Remove())
                : HttpResponse.redirect(303, EditPage.link(context, subject));
    }

    /** Whether it was saved and not one of those invited has been told. */
    static boolean isNeverTold(PageContext context, EventContext subject) {
        var others =
                subject.event().parts().stream()
                        .flatMap(part -> part.attendees().stream())
                        .filter(a -> !context.person().is(a.address()))
                        .toList();
        return !others.isEmpty()
                && others.stream().allMatch(LocalMarks::isNeverTold)
                && subject.event().parts().stream()
                        .allMatch(part -> LocalMarks.gone(part).isEmpty());
    }

    // ---- What it asks for

    private UserAction created(EventFormReader written) {
        return new UserAction.Save(Event.of(written.created(uid())), sends(), comment);
    }

    /** What is checked, or shown before anything was pressed, is what would be sent. */
    private boolean sends() {
        return action.isEmpty() || action.equals("send") || action.equals("check") || isUnasked();
    }

    /** The same for the same form: sent twice, it makes one event. */
    private String uid() {
        String domain = Objects.requireNonNullElse(context.user().domain(), "localhost");
        byte[] nonce = java.util.Base64.getUrlDecoder().decode(Tokens.nonce(form.text(Site.TOKEN)));
        return HexFormat.of().formatHex(nonce) + "@" + domain;
    }

    private UserAction changed(EventFormReader written, EventContext of) {
        Event event = of.event();
        boolean send = sends();
        if (written.isUnchanged()) {
            return new UserAction.Save(event, send, comment);
        }
        RecurrenceId id = of.id();
        VEvent after = written.changed(of.part());
        if (isSeries() && event.master() != null) {
            return new UserAction.SaveSeries(id, after, written.rhythm(after), send, comment);
        }
        return id != null && isFuture() && event.master() != null
                ? new UserAction.SaveFrom(id, after, send, comment)
                : new UserAction.Save(event.with(after), send, comment);
    }

    private boolean isFuture() {
        return form.text("scope").equals("future");
    }

    /** All times are meant: they are shown, or chosen, or it is the first and all after it. */
    private boolean isSeries() {
        if (subject == null || subject.id() == null) {
            return true;
        }
        String scope = form.text("scope");
        VEvent master = subject.event().master();
        CalendarTime first = master == null ? null : master.start();
        boolean isFirst =
                first != null
                        && first.instant(context.zone())
                                .equals(subject.id().instant(context.zone()));
        return scope.equals("series") || (isFuture() && isFirst);
    }

    // ---- What becomes of it

    /** Whether the comment would reach nobody. */
    private boolean isUnread(UserAction act) {
        return action.equals("send") && !comment.isEmpty() && told(act).isEmpty();
    }

    private Map<String, String> unread() {
        return Map.of("comment", context.texts().say(MessageKey.ERROR_UNREAD));
    }

    /** What is not carried out must not go on as if it were made from the event as it is now. */
    private boolean isStale() {
        return subject != null
                && ActionRequest.version(form.text("version")) != subject.kept().version();
    }

    private HttpResponse check(UserAction act) {
        if (isStale()) {
            return stale();
        }
        Attempt attempt = previewed(act);
        return attempt.notice() != null
                ? wrong(Map.of(), attempt.notice().text())
                : EditPage.page(context, about, attempt, 200);
    }

    /** The form with what the act would do; with a notice where it would be refused. */
    private Attempt previewed(UserAction act) {
        Decision decision = decision(act);
        if (decision.isRefusal() && decision.verdict() != Verdict.REPEATED) {
            return attempt(
                    new Notice("bad", context.texts().happened(decision.verdict().word())),
                    Map.of());
        }
        EditPreview preview =
                new EditPreview(
                        context, typed, decision, decision.kept(keptUid(act, decision)), zone());
        boolean isMoved = form.has("title") && !typed.times().isSame(given());
        return new Attempt(
                typed,
                null,
                preview.view(
                        isMoved,
                        about.saysRhythm(),
                        EditPage.concernsOthers(context, about, typed)),
                Map.of(),
                Map.of(),
                scope(),
                comment,
                null);
    }

    private Zone zone() {
        return EventFields.zone(context, about.part());
    }

    /** The times as they came, before the end or the first date moved along. */
    private EventTimes given() {
        return EventFields.given(form);
    }

    /** Which event tells when it takes place: of a series that is split, the rest. */
    private String keptUid(UserAction act, Decision decision) {
        boolean isSplit =
                act instanceof UserAction.SaveFrom && decision.kept(decision.detail()) != null;
        return isSplit ? decision.detail() : uid(act);
    }

    /** What the act would do: the decision itself, not carried out. */
    private Decision decision(UserAction act) {
        return context.manager()
                .preview()
                .apply(context.reading(), ActionRequest.unsent(context, uid(act), act));
    }

    /** Whom it would mail. */
    private Set<CalendarAddress> told(UserAction act) {
        var told = new LinkedHashSet<CalendarAddress>();
        decision(act).messages().forEach(message -> told.addAll(message.to()));
        return told;
    }

    private ActionRequest request(UserAction act) {
        return ActionRequest.of(context, uid(act), act);
    }

    private String uid(UserAction act) {
        return act instanceof UserAction.Save(Event after, _, _)
                ? after.uid()
                : Objects.requireNonNull(subject).event().uid();
    }

    private HttpResponse act(UserAction act) {
        return switch (context.manager().agent().apply(request(act))) {
            case Outcome.Done(_, long activity) ->
                    HttpResponse.redirect(
                            303,
                            PageContext.telling(context.links(), next(uid(act), act), activity));
            case Outcome.Stale _ -> stale();
            case Outcome.Refused(var verdict) ->
                    wrong(Map.of(), context.texts().happened(verdict.word()));
        };
    }

    /** The event; or where it is seen, when the page that was shown may be no more. */
    private String next(String uid, UserAction act) {
        return switch (act) {
            case UserAction.Remove _ -> ActionController.origin(context);
            case UserAction.SaveFrom(_, var after, _, _) ->
                    CalendarPage.link(
                            context.links(),
                            View.MONTH,
                            EventFormReader.local(
                                            Objects.requireNonNull(after.start()), context.zone())
                                    .toLocalDate());
            case UserAction.Save _,
                    UserAction.SaveSeries _,
                    UserAction.Import _,
                    UserAction.Answer _,
                    UserAction.AnswerDates _,
                    UserAction.Delegate _,
                    UserAction.Propose _,
                    UserAction.LetIn _,
                    UserAction.Refuse _,
                    UserAction.AcceptCounter _,
                    UserAction.DeclineCounter _,
                    UserAction.CallOff _ ->
                    context.eventAction(uid, subject == null || isSeries() ? null : subject.id());
        };
    }

    private Attempt attempt(@Nullable Notice notice, Map<String, String> errors) {
        return attempt(typed, notice, errors, Map.of());
    }

    private Attempt attempt(
            EventFields sheet,
            @Nullable Notice notice,
            Map<String, String> errors,
            Map<String, String> meanwhile) {
        return new Attempt(sheet, notice, null, errors, meanwhile, scope(), comment, null);
    }

    private String scope() {
        String scope = form.text("scope");
        return scope.isEmpty() ? "occurrence" : scope;
    }

    private HttpResponse wrong(Map<String, String> errors, String why) {
        if (isStale()) {
            return stale();
        }
        return EditPage.page(
                context,
                about,
                attempt(why.isEmpty() ? null : new Notice("bad", why), errors),
                422);
    }

    /** What was typed, in the event as it is now: another process has changed it. */
    private HttpResponse stale() {
        var notice = new Notice("bad", context.texts().say(MessageKey.CONFLICT_EDIT_TEXT));
        if (subject == null) {
            return EditPage.page(context, about, attempt(notice, Map.of()), 409);
        }
        try (var reading = context.manager().reading().get()) {
            var again =
                    new PageContext(
                            context.manager(),
                            context.request(),
                            reading,
                            context.visitor(),
                            context.dates());
            EventContext now = EventContext.of(again);
            EditPage.Subject subjectNow = EditPage.Subject.of(now);
            EventFields fresh = subjectNow.sheet(again);
            EventFields mine = form.has("title") ? EventFields.typed(form, fresh) : fresh;
            var both = new FormMerge(form.text(FormMerge.FIELD), mine, fresh);
            return EditPage.page(
                    again,
                    subjectNow,
                    attempt(both.sheet(), notice, Map.of(), both.meanwhile(again, now)),
                    409);
        }
    }
}
