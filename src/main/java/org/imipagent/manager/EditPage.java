package org.imipagent.manager;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imipagent.agent.KnownPeople;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.VEvent;
import org.imipagent.cgi.Failure;
import org.imipagent.cgi.Fields;
import org.imipagent.cgi.HttpResponse;
import org.imipagent.itip.LocalMarks;
import org.imipagent.manager.EditView.Preview;
import org.imipagent.manager.EventView.Notice;
import org.imipagent.manager.templates.JteeditGenerated;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.jspecify.annotations.Nullable;

/**
 * The form of an event: of one's own {@code /event/UID?edit=1} and {@code
 * /event/UID/RECURRENCE-ID?edit=1}, and for a new one {@code /new}. That may be begun with {@code
 * date=2026-11-03}; with the times of {@link AskedTimes}; with {@code attendee=}, an address with
 * or without a name, as often as wanted; or as a copy with {@code copy=UID} and {@code
 * occurrence=RECURRENCE-ID}.
 */
final class EditPage {

    private EditPage() {}

    static HttpResponse blank(PageContext context) {
        Subject subject = Subject.begun(context, context.request().query());
        return page(context, subject, Attempt.none(subject.sheet(context)), 200);
    }

    static HttpResponse show(PageContext context, EventContext event) {
        requireEditable(context, event);
        Subject subject = Subject.of(event);
        return page(context, subject, Attempt.none(subject.sheet(context)), 200);
    }

    /**
     * What the form is about.
     *
     * @param event that is changed; null for a new one
     * @param copied what a new one is a copy of; null for nothing
     */
    record Subject(@Nullable EventContext event, @Nullable EventContext copied) {

        static Subject of(EventContext event) {
            return new Subject(event, null);
        }

        /** A new event; of another one, where a query or a form names that. */
        static Subject begun(PageContext context, Fields fields) {
            String from = fields.text("copy");
            String occurrence = fields.text("occurrence");
            EventContext copied =
                    from.isEmpty()
                            ? null
                            : EventContext.of(
                                    context, from, occurrence.isEmpty() ? null : occurrence);
            boolean isTimed = copied != null && copied.part().start() != null;
            return new Subject(null, isTimed ? copied : null);
        }

        /** What the form was filled from; null for a blank one. */
        @Nullable EventContext source() {
            return event != null ? event : copied;
        }

        @Nullable VEvent part() {
            EventContext source = source();
            return source == null ? null : source.part();
        }

        /** Whether the form says how the event repeats. */
        boolean saysRhythm() {
            return event == null || !event.isOccurrence();
        }

        /** What the form is made with. */
        EventFields sheet(PageContext context) {
            EventContext source = source();
            if (source == null) {
                return begun(context);
            }
            VEvent series = source.isOccurrence() && event == null ? null : source.event().master();
            EventFields sheet = EventFields.of(context, source.part(), series);
            return event == null ? sheet.withPeople(guests(context, source.part())) : sheet;
        }

        /** Of a copy of an invitation its organiser is a guest. */
        private static String guests(PageContext context, VEvent part) {
            var lines = new ArrayList<String>();
            Attendee organiser = part.organiser();
            if (organiser != null
                    && organiser.address().isMail()
                    && !context.person().is(organiser.address())
                    && part.attendee(organiser.address()) == null) {
                lines.add(Invitee.line(organiser));
            }
            for (Attendee attendee : part.attendees()) {
                if (!context.person().is(attendee.address())) {
                    lines.add(Invitee.line(attendee));
                }
            }
            return String.join("\n", lines);
        }

        private static EventFields begun(PageContext context) {
            Fields query = context.request().query();
            String people = people(context, query.all("attendee"));
            List<EventTimes> slots = EventSlots.read(query.all("slot"));
            if (!slots.isEmpty()) {
                return EventSlots.fields(slots, people);
            }
            EventTimes times = AskedTimes.of(context, query);
            if (times != null) {
                return EventFields.blank(times, people);
            }
            LocalDate day = CalendarPage.read(query.text("date"));
            return EventFields.blank(context, day == null ? context.today() : day)
                    .withPeople(people);
        }

        private static String people(PageContext context, List<String> asked) {
            var lines = new ArrayList<String>();
            for (String text : asked) {
                Invitee invitee = Invitee.read(text);
                if (invitee != null && !context.person().is(invitee.address())) {
                    lines.add(Invitee.line(invitee.asked()));
                }
            }
            return String.join("\n", lines);
        }
    }

    /**
     * What was tried with the form.
     *
     * @param notice why it did not succeed; null for nothing tried
     * @param preview what would become of it; null where that was not asked for
     * @param errors what is wrong with it, by field
     * @param meanwhile what became of fields since the form was made, in words
     * @param guestTimes when the guests are free; null where that was not asked for
     */
    record Attempt(
            EventFields sheet,
            @Nullable Notice notice,
            @Nullable Preview preview,
            Map<String, String> errors,
            Map<String, String> meanwhile,
            String scope,
            String comment,
            EditView.@Nullable GuestTimes guestTimes) {
        static Attempt none(EventFields sheet) {
            return new Attempt(sheet, null, null, Map.of(), Map.of(), "occurrence", "", null);
        }

        Attempt with(EditView.GuestTimes found) {
            return new Attempt(sheet, notice, preview, errors, meanwhile, scope, comment, found);
        }
    }

    /** Whether the form may be shown: one's own event, with a time, that takes place. */
    static boolean isEditable(PageContext context, EventContext subject) {
        Attendee organiser = subject.event().organiser();
        return (organiser == null || context.person().is(organiser.address()))
                && !subject.isCancelled()
                && subject.part().start() != null;
    }

    static void requireEditable(PageContext context, EventContext subject) {
        if (!isEditable(context, subject)) {
            throw new Failure(
                    403,
                    context.texts().say(MessageKey.ERROR_403),
                    context.texts().say(MessageKey.NOT_YOURS_TEXT));
        }
    }

    /** Where the form is sent to. */
    static String link(PageContext context, @Nullable EventContext subject) {
        return subject == null
                ? context.links().to("new")
                : context.eventAction(subject.event().uid(), subject.id());
    }

    static String editLink(PageContext context, EventContext subject) {
        return context.links().withQuery(link(context, subject), "edit", "1");
    }

    static String copyLink(PageContext context, EventContext subject) {
        String uid = subject.event().uid();
        String blank = context.links().to("new");
        return subject.id() == null
                ? context.links().withQuery(blank, "copy", uid)
                : context.links().withQuery(blank, "copy", uid, "occurrence", subject.id().text());
    }

    static HttpResponse page(PageContext context, Subject subject, Attempt attempt, int status) {
        EditView view = view(context, subject, attempt);
        return HttpResponse.html(
                status, Page.html(out -> JteeditGenerated.render(out, null, view)));
    }

    private static EditView view(PageContext context, Subject subject, Attempt attempt) {
        Messages texts = context.texts();
        EventContext event = subject.event();
        String title = texts.say(event == null ? MessageKey.NEW_EVENT : MessageKey.CHANGE_TITLE);
        var choices =
                new EditChoices(
                        texts, context.firstDayOfWeek(), attempt.sheet(), subject.sheet(context));
        KnownPeople known = KnownPeople.of(context.reading(), context.person());
        return new EditView(
                context.frameWithoutZone(
                        attempt.errors().isEmpty()
                                ? title
                                : texts.say(MessageKey.ERROR_PAGE, "page", title),
                        Frame.Place.NOWHERE),
                title,
                texts,
                event == null
                        ? null
                        : new Link(
                                context.title(event.part().summary()), link(context, event), false),
                attempt.notice() == null ? List.of() : List.of(attempt.notice()),
                problems(texts, attempt.errors()),
                attempt.preview(),
                hidden(context, subject, attempt),
                attempt.sheet(),
                attempt.errors(),
                attempt.meanwhile(),
                choices.all(
                        scopes(context, event, attempt.scope()),
                        subject.saysRhythm(),
                        rule(context, subject)),
                guests(known, subject.sheet(context), attempt),
                categories(known),
                texts.say(
                        MessageKey.ZONE_NOTE,
                        "zone",
                        EventFields.zone(context, subject.part()).name()),
                mails(context, subject, attempt),
                showsDetails(attempt));
    }

    private static EditView.Hidden hidden(PageContext context, Subject subject, Attempt attempt) {
        EventContext event = subject.event();
        EventContext copied = subject.copied();
        return new EditView.Hidden(
                link(context, event),
                context.token(),
                event == null ? "0" : Long.toString(event.kept().version()),
                event == null ? "" : FormMerge.marks(subject.sheet(context)),
                attempt.sheet().times().text(),
                copied == null ? "" : copied.event().uid(),
                copied == null || copied.id() == null ? "" : copied.id().text());
    }

    private static List<Link> problems(Messages texts, Map<String, String> errors) {
        var problems = new ArrayList<Link>();
        errors.forEach(
                (field, why) ->
                        problems.add(
                                new Link(
                                        texts.label(texts.say(EditChoices.label(field)))
                                                + " "
                                                + why,
                                        "#" + field,
                                        false)));
        return problems;
    }

    /** The rule that the form cannot say, in words; "" where it may say it all. */
    private static String rule(PageContext context, Subject subject) {
        EventContext source = subject.source();
        if (source == null || !subject.saysRhythm() || source.event().master() == null) {
            return "";
        }
        boolean isKept = subject.sheet(context).rhythm().repeat().equals(SimpleRecurrence.KEEP);
        return isKept ? context.repeats(source.event().master()) : "";
    }

    /** What a value of a field is called, where something can be chosen in it. */
    static String chosen(PageContext context, EventContext event, String field, String value) {
        Subject subject = Subject.of(event);
        EventFields sheet = subject.sheet(context);
        return new EditChoices(context.texts(), context.firstDayOfWeek(), sheet, sheet)
                .word(field, value, rule(context, subject));
    }

    private static List<EditView.Scope> scopes(
            PageContext context, @Nullable EventContext event, String chosen) {
        if (event == null || !event.isOccurrence() || event.event().master() == null) {
            return List.of();
        }
        return List.of(
                scope(
                        context,
                        "occurrence",
                        MessageKey.CANCEL_THIS,
                        MessageKey.SCOPE_THIS_HINT,
                        chosen),
                scope(
                        context,
                        "future",
                        MessageKey.CANCEL_FUTURE,
                        MessageKey.SCOPE_FUTURE_HINT,
                        chosen),
                scope(context, "series", MessageKey.SCOPE_ALL, MessageKey.SCOPE_ALL_HINT, chosen));
    }

    private static EditView.Scope scope(
            PageContext context, String value, MessageKey label, MessageKey hint, String chosen) {
        return new EditView.Scope(
                value, context.texts().say(label), context.texts().say(hint), chosen.equals(value));
    }

    private static EditView.Guests guests(KnownPeople known, EventFields shown, Attempt attempt) {
        List<String> before = shown.people().lines().toList();
        List<String> now = attempt.sheet().people().lines().toList();
        var listed = new LinkedHashMap<String, EditView.Guest>();
        for (String line : before) {
            listed.put(line, new EditView.Guest(line, now.contains(line)));
        }
        var unread = new ArrayList<String>();
        for (String line : now) {
            if (listed.containsKey(line)) {
                continue;
            }
            if (Invitee.read(line) == null || listed.size() >= EventFormReader.MOST_PEOPLE) {
                unread.add(UntrustedText.line(line));
            } else {
                listed.put(line, new EditView.Guest(line, true));
            }
        }
        return new EditView.Guests(
                List.copyOf(listed.values()),
                String.join(", ", unread),
                suggested(known),
                attempt.meanwhile().getOrDefault("people", ""),
                attempt.guestTimes());
    }

    private static List<String> suggested(KnownPeople known) {
        var people = new ArrayList<String>();
        for (Attendee attendee : known.people()) {
            people.add(Invitee.line(attendee));
        }
        return people;
    }

    private static List<String> categories(KnownPeople known) {
        var categories = new ArrayList<String>();
        for (String category : known.categories()) {
            if (category.indexOf(',') < 0) {
                categories.add(UntrustedText.line(category));
            }
        }
        return categories;
    }

    /** Whom sending tells, as far as it can be said before anything is typed. */
    private static EditView.@Nullable Mails mails(
            PageContext context, Subject subject, Attempt attempt) {
        if (!concernsOthers(context, subject, attempt.sheet())) {
            return null;
        }
        Messages texts = context.texts();
        EventContext event = subject.event();
        int people = event == null ? 0 : ActionForms.people(context, event.part());
        boolean isFirst = event == null || EditController.isNeverTold(context, event);
        return new EditView.Mails(
                people == 0
                        ? texts.say(MessageKey.SEND_HINT_NEW)
                        : texts.count(MessageKey.SEND_HINT, people),
                texts.say(isFirst ? MessageKey.SEND_INVITATIONS : MessageKey.SEND),
                attempt.comment(),
                ActionController.LONGEST_COMMENT);
    }

    /** Whether there is anybody whom a change may be told. */
    static boolean concernsOthers(PageContext context, Subject subject, EventFields sheet) {
        EventContext event = subject.event();
        if (!sheet.people().isBlank()) {
            return true;
        }
        if (event == null) {
            return false;
        }
        for (VEvent part : event.event().parts()) {
            if (ActionForms.people(context, part) > 0 || !LocalMarks.gone(part).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static boolean showsDetails(Attempt attempt) {
        for (String field : EditChoices.DETAILS) {
            if (attempt.errors().containsKey(field) || attempt.meanwhile().containsKey(field)) {
                return true;
            }
        }
        EventOptions details = attempt.sheet().details();
        EventOptions none = EventOptions.NONE;
        return !(details.categories().equals(none.categories())
                && details.colour().equals(none.colour())
                && details.busy().equals(none.busy())
                && details.visibility().equals(none.visibility())
                && details.reminder().equals(none.reminder()));
    }
}
