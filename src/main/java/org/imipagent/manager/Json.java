package org.imipagent.manager;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.imipagent.agent.Search;
import org.imipagent.agent.SearchQuery;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.itip.Request;
import org.imipagent.store.FoundEvents.FoundEvent;
import org.jspecify.annotations.Nullable;

/**
 * The views as JSON, for programs. Instants are RFC 3339 in UTC, days are dates; words are those of
 * RFC 5545 in capitals; what strangers wrote is as they wrote it.
 */
final class Json {

    private Json() {}

    @FunctionalInterface
    private interface Writer {
        void write(JsonGenerator json) throws IOException;
    }

    private static String object(Writer members) {
        var text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            members.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * What is not listed.
     *
     * @param from since when there is more; null where all is listed
     * @param next where the next page of it is; null for none
     */
    record Rest(@Nullable Instant from, @Nullable String next) {}

    static String calendar(
            PageContext context,
            View view,
            CalendarPage.Range range,
            List<Occurrence> occurrences,
            Rest rest) {
        Instant knownTo = rest.from();
        return object(
                json -> {
                    json.writeStringField("user", context.user().uri());
                    json.writeStringField("view", view.name);
                    json.writeStringField("from", range.first().toString());
                    json.writeStringField("to", range.dayAfter().toString());
                    json.writeStringField("zone", context.zone().name());
                    // Since when there are more than are listed; null where all are.
                    optional(
                            json,
                            "moreFrom",
                            knownTo == null ? null : PageContext.machine(knownTo));
                    optional(json, "next", rest.next());
                    occurrences(json, context, "occurrences", occurrences);
                });
    }

    private static void occurrences(
            JsonGenerator json, PageContext context, String name, List<Occurrence> occurrences)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (Occurrence occurrence : occurrences) {
            json.writeStartObject();
            occurrence(json, context, occurrence);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void occurrence(JsonGenerator json, PageContext context, Occurrence o)
            throws IOException {
        LocalDate firstDay = o.firstDay();
        LocalDate dayAfter = o.dayAfter();
        json.writeStringField("uid", o.uid());
        optional(json, "recurrenceId", text(o.id()));
        json.writeStringField(
                "start", firstDay == null ? PageContext.machine(o.start()) : firstDay.toString());
        json.writeStringField(
                "end", dayAfter == null ? PageContext.machine(o.end()) : dayAfter.toString());
        json.writeBooleanField("allDay", o.isWholeDays());
        json.writeStringField("summary", o.summary());
        json.writeStringField("location", o.location());
        json.writeBooleanField("cancelled", o.cancelled());
        json.writeBooleanField("organised", o.organised());
        optional(json, "participation", partstat(o.participation()));
        json.writeStringField("busy", o.busy().name());
        json.writeStringField("href", context.eventLink(o.uid(), o.id()));
    }

    static String event(PageContext context, EventContext subject, List<Occurrence> coming) {
        VEvent part = subject.part();
        Attendee organiser = part.organiser();
        Attendee own = subject.own(context);
        return object(
                json -> {
                    json.writeStringField("uid", subject.event().uid());
                    optional(json, "recurrenceId", text(subject.id()));
                    json.writeNumberField("version", subject.kept().version());
                    json.writeStringField("summary", part.summary());
                    json.writeStringField("location", part.location());
                    json.writeStringField("description", part.description());
                    json.writeStringField("when", subject.when(context));
                    json.writeStringField("zone", context.zone().name());
                    optional(
                            json,
                            "unknownZone",
                            subject.unknownZone().isEmpty() ? null : subject.unknownZone());
                    optional(
                            json,
                            "wrongRule",
                            subject.wrongRule().isEmpty() ? null : subject.wrongRule());
                    json.writeFieldName("sequence");
                    json.writeNumber(part.sequenceText());
                    json.writeBooleanField("cancelled", subject.isCancelled());
                    json.writeBooleanField("recurring", subject.isOfSeries());
                    json.writeBooleanField("organised", context.person().organises(part));
                    optional(
                            json,
                            "participation",
                            own == null ? null : partstat(own.participation()));
                    optional(
                            json,
                            "organiser",
                            organiser == null ? null : organiser.address().uri());
                    attendees(json, part.attendees());
                    occurrences(json, context, "occurrences", coming);
                });
    }

    private static void attendees(JsonGenerator json, List<Attendee> attendees) throws IOException {
        json.writeArrayFieldStart("attendees");
        for (Attendee attendee : attendees) {
            json.writeStartObject();
            json.writeStringField("address", attendee.address().uri());
            json.writeStringField("name", attendee.name());
            json.writeStringField("participation", attendee.participation().partstat());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /**
     * A page of what waits.
     *
     * @param next where the next page is; null for none
     */
    static String requests(
            PageContext context, List<Request> requests, int page, @Nullable String next) {
        return object(
                json -> {
                    json.writeNumberField("page", page);
                    optional(json, "next", next);
                    json.writeArrayFieldStart("requests");
                    for (Request request : requests) {
                        json.writeStartObject();
                        json.writeStringField("uid", request.uid());
                        optional(json, "recurrenceId", text(request.id()));
                        json.writeStringField("kind", request.kind().name());
                        json.writeStringField("arrived", PageContext.machine(request.arrived()));
                        optional(
                                json, "from", request.from() == null ? null : request.from().uri());
                        optional(json, "participation", partstat(request.participation()));
                        json.writeStringField(
                                "href", context.eventLink(request.uid(), request.id()));
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                });
    }

    /** The events of a page of what was found, each with its date that is shown. */
    static String search(PageContext context, SearchQuery query, Search.Results results, int page) {
        LocalDate dayAfter = query.dayAfter();
        return object(
                json -> {
                    json.writeArrayFieldStart("words");
                    for (String word : query.marks()) {
                        json.writeString(word);
                    }
                    json.writeEndArray();
                    optional(json, "from", query.from() == null ? null : query.from().toString());
                    optional(
                            json, "to", dayAfter == null ? null : dayAfter.minusDays(1).toString());
                    json.writeStringField("zone", context.zone().name());
                    json.writeNumberField("count", results.all());
                    json.writeBooleanField("more", results.isMore());
                    json.writeNumberField("page", page);
                    json.writeBooleanField("whole", results.isWhole() && !query.isCut());
                    json.writeArrayFieldStart("events");
                    for (FoundEvent found : results.events()) {
                        json.writeStartObject();
                        occurrence(json, context, found.date());
                        json.writeNumberField("dates", found.dates());
                        json.writeBooleanField(
                                "over", !Search.isToCome(found.date(), context.now()));
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                });
    }

    private static @Nullable String text(@Nullable RecurrenceId id) {
        return id == null ? null : id.text();
    }

    private static @Nullable String partstat(@Nullable Participation participation) {
        return participation == null ? null : participation.partstat();
    }

    private static void optional(JsonGenerator json, String name, @Nullable String value)
            throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, value);
        }
    }
}
