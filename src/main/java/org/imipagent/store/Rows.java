package org.imipagent.store;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Colour;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Occurrence.Appearance;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.freebusy.BusyPeriod;
import org.imipagent.freebusy.Offer;
import org.imipagent.itip.Request;
import org.imipagent.itip.Verdict;
import org.jspecify.annotations.Nullable;

/** Rows to values, in the order of the columns in {@link Sql}. */
final class Rows {

    /** The first column after those of {@link Sql#OCCURRENCE_COLUMNS}. */
    static final int AFTER_OCCURRENCE = 17;

    private Rows() {}

    static String text(Columns row) throws SQLException {
        return row.text(1);
    }

    static Long number(Columns row) throws SQLException {
        return row.number(1);
    }

    /** Something of somebody, in the second column. */
    record OfUser(CalendarAddress user, String text) {}

    static OfUser ofUser(Columns row) throws SQLException {
        return new OfUser(user(row), row.text(2));
    }

    static CalendarAddress user(Columns row) throws SQLException {
        return new CalendarAddress(row.text(1));
    }

    static Booking booking(Columns row) throws SQLException {
        return new Booking(
                row.text(1),
                Instant.ofEpochSecond(row.number(2)),
                Instant.ofEpochSecond(row.number(3)));
    }

    static AliasCode aliasCode(Columns row) throws SQLException {
        return new AliasCode(
                user(row), Instant.ofEpochSecond(row.number(2)), row.text(3), (int) row.number(4));
    }

    static KeptEvent event(Columns row) throws SQLException {
        return new KeptEvent(
                row.text(1), row.text(2), row.number(3), instant(row, 4), instant(row, 5));
    }

    static Occurrence occurrence(Columns row) throws SQLException {
        return new Occurrence(
                row.text(1),
                id(row, 2),
                Instant.ofEpochSecond(row.number(3)),
                Instant.ofEpochSecond(row.number(4)),
                day(row, 5),
                day(row, 6),
                row.text(7),
                row.text(8),
                row.number(9) != 0,
                row.number(10) != 0,
                participation(row, 11),
                Occurrence.Busy.valueOf(row.text(12)),
                appearance(row));
    }

    /** Most are one of two: those are the same objects for all rows. */
    private static Appearance appearance(Columns row) throws SQLException {
        boolean tentative = row.number(13) != 0;
        boolean shared = row.number(14) != 0;
        String category = row.text(15);
        String colour = row.text(16);
        return !tentative && category.isEmpty() && colour == null
                ? shared ? Appearance.SHARED : Appearance.PLAIN
                : new Appearance(
                        tentative,
                        shared,
                        category,
                        colour == null ? null : Colour.valueOf(colour));
    }

    static FoundEvents.FoundEvent found(Columns row) throws SQLException {
        return new FoundEvents.FoundEvent(occurrence(row), row.number(AFTER_OCCURRENCE));
    }

    static KeptFile file(Columns row) throws SQLException {
        return new KeptFile(row.text(1), row.bytes(2));
    }

    static Request request(Columns row) throws SQLException {
        String from = row.text(5);
        return new Request(
                row.text(1),
                id(row, 2),
                Request.Kind.valueOf(row.text(3)),
                Instant.ofEpochSecond(row.number(4)),
                from.isEmpty() ? null : new CalendarAddress(from),
                participation(row, 6),
                instant(row, 7),
                Objects.requireNonNullElse(row.text(8), ""));
    }

    static KeptCounter counter(Columns row) throws SQLException {
        return new KeptCounter(
                row.text(1),
                id(row, 2),
                new CalendarAddress(row.text(3)),
                Instant.ofEpochSecond(row.number(4)),
                row.text(5));
    }

    static Offer offer(Columns row) throws SQLException {
        return new Offer(
                row.text(1),
                id(row, 2),
                Instant.ofEpochSecond(row.number(3)),
                Instant.ofEpochSecond(row.number(4)),
                Instant.ofEpochSecond(row.number(5)));
    }

    static BusyPeriod told(Columns row) throws SQLException {
        return new BusyPeriod(
                Instant.ofEpochSecond(row.number(1)),
                Instant.ofEpochSecond(row.number(2)),
                Occurrence.Busy.valueOf(row.text(3)));
    }

    static Activity activity(Columns row) throws SQLException {
        return new Activity(
                row.number(1),
                Instant.ofEpochSecond(row.number(2)),
                Activity.Source.valueOf(row.text(3)),
                row.text(4),
                row.text(5),
                id(row, 6),
                row.text(7),
                row.text(8),
                Verdict.valueOf(row.text(9)),
                row.text(10),
                lines(row.text(11)));
    }

    /** What was kept under a UID, without what waited about it. */
    static Undo undo(Columns row) throws SQLException {
        return new Undo(row.text(1), row.number(2), row.text(3), List.of(), List.of());
    }

    static WaitingMail waitingMail(Columns row) throws SQLException {
        return new WaitingMail(
                lines(row.text(1)),
                (int) row.number(2),
                Instant.ofEpochSecond(row.number(3)),
                row.text(4));
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
    }

    static Posted posted(Columns row) throws SQLException {
        return new Posted(
                row.number(1),
                new CalendarAddress(row.text(2)),
                row.text(3),
                List.of(row.text(4).split("\n", -1)),
                row.bytes(5),
                (int) row.number(6));
    }

    static SentMail sentMail(Columns row) throws SQLException {
        return new SentMail(
                row.text(1),
                row.text(2),
                id(row, 3),
                row.text(4),
                lines(row.text(5)),
                Instant.ofEpochSecond(row.number(6)));
    }

    static OutboxEntry outboxEntry(Columns row) throws SQLException {
        return new OutboxEntry(
                row.number(1),
                new CalendarAddress(row.text(2)),
                row.text(3),
                List.of(row.text(4).split("\n", -1)),
                row.number(5),
                Instant.ofEpochSecond(row.number(6)),
                Instant.ofEpochSecond(row.number(7)),
                (int) row.number(8),
                row.text(9));
    }

    private static @Nullable RecurrenceId id(Columns row, int column) throws SQLException {
        String text = row.text(column);
        return text.isEmpty() ? null : new RecurrenceId(text);
    }

    private static @Nullable Participation participation(Columns row, int column)
            throws SQLException {
        String name = row.text(column);
        return name == null ? null : Participation.valueOf(name);
    }

    private static @Nullable Instant instant(Columns row, int column) throws SQLException {
        return row.isNull(column) ? null : Instant.ofEpochSecond(row.number(column));
    }

    private static @Nullable LocalDate day(Columns row, int column) throws SQLException {
        return row.isNull(column) ? null : LocalDate.ofEpochDay(row.number(column));
    }
}
