package org.imipagent.store;

import java.sql.ResultSet;
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

    static String text(ResultSet row) throws SQLException {
        return row.getString(1);
    }

    static Long number(ResultSet row) throws SQLException {
        return row.getLong(1);
    }

    static CalendarAddress user(ResultSet row) throws SQLException {
        return new CalendarAddress(row.getString(1));
    }

    static AliasCode aliasCode(ResultSet row) throws SQLException {
        return new AliasCode(
                user(row), Instant.ofEpochSecond(row.getLong(2)), row.getString(3), row.getInt(4));
    }

    static KeptEvent event(ResultSet row) throws SQLException {
        return new KeptEvent(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                instant(row, 4),
                instant(row, 5));
    }

    static Occurrence occurrence(ResultSet row) throws SQLException {
        return new Occurrence(
                row.getString(1),
                id(row, 2),
                Instant.ofEpochSecond(row.getLong(3)),
                Instant.ofEpochSecond(row.getLong(4)),
                day(row, 5),
                day(row, 6),
                row.getString(7),
                row.getString(8),
                row.getLong(9) != 0,
                row.getLong(10) != 0,
                participation(row, 11),
                Occurrence.Busy.valueOf(row.getString(12)),
                appearance(row));
    }

    /** Most are one of two: those are the same objects for all rows. */
    private static Appearance appearance(ResultSet row) throws SQLException {
        boolean tentative = row.getLong(13) != 0;
        boolean shared = row.getLong(14) != 0;
        String category = row.getString(15);
        String colour = row.getString(16);
        return !tentative && category.isEmpty() && colour == null
                ? shared ? Appearance.SHARED : Appearance.PLAIN
                : new Appearance(
                        tentative,
                        shared,
                        category,
                        colour == null ? null : Colour.valueOf(colour));
    }

    static FoundEvents.FoundEvent found(ResultSet row) throws SQLException {
        return new FoundEvents.FoundEvent(occurrence(row), row.getLong(AFTER_OCCURRENCE));
    }

    static KeptFile file(ResultSet row) throws SQLException {
        return new KeptFile(row.getString(1), row.getBytes(2));
    }

    static Request request(ResultSet row) throws SQLException {
        String from = row.getString(5);
        return new Request(
                row.getString(1),
                id(row, 2),
                Request.Kind.valueOf(row.getString(3)),
                Instant.ofEpochSecond(row.getLong(4)),
                from.isEmpty() ? null : new CalendarAddress(from),
                participation(row, 6),
                instant(row, 7),
                Objects.requireNonNullElse(row.getString(8), ""));
    }

    static KeptCounter counter(ResultSet row) throws SQLException {
        return new KeptCounter(
                row.getString(1),
                id(row, 2),
                new CalendarAddress(row.getString(3)),
                Instant.ofEpochSecond(row.getLong(4)),
                row.getString(5));
    }

    static Offer offer(ResultSet row) throws SQLException {
        return new Offer(
                row.getString(1),
                id(row, 2),
                Instant.ofEpochSecond(row.getLong(3)),
                Instant.ofEpochSecond(row.getLong(4)),
                Instant.ofEpochSecond(row.getLong(5)));
    }

    static BusyPeriod told(ResultSet row) throws SQLException {
        return new BusyPeriod(
                Instant.ofEpochSecond(row.getLong(1)),
                Instant.ofEpochSecond(row.getLong(2)),
                Occurrence.Busy.valueOf(row.getString(3)));
    }

    static Activity activity(ResultSet row) throws SQLException {
        return new Activity(
                row.getLong(1),
                Instant.ofEpochSecond(row.getLong(2)),
                Activity.Source.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5),
                id(row, 6),
                row.getString(7),
                row.getString(8),
                Verdict.valueOf(row.getString(9)),
                row.getString(10),
                lines(row.getString(11)));
    }

    /** What was kept under a UID, without what waited about it. */
    static Undo undo(ResultSet row) throws SQLException {
        return new Undo(row.getString(1), row.getLong(2), row.getString(3), List.of(), List.of());
    }

    static WaitingMail waitingMail(ResultSet row) throws SQLException {
        return new WaitingMail(
                lines(row.getString(1)),
                row.getInt(2),
                Instant.ofEpochSecond(row.getLong(3)),
                row.getString(4));
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
    }

    static Posted posted(ResultSet row) throws SQLException {
        return new Posted(
                row.getLong(1),
                new CalendarAddress(row.getString(2)),
                row.getString(3),
                List.of(row.getString(4).split("\n", -1)),
                row.getBytes(5),
                row.getInt(6));
    }

    static SentMail sentMail(ResultSet row) throws SQLException {
        return new SentMail(
                row.getString(1),
                row.getString(2),
                id(row, 3),
                row.getString(4),
                lines(row.getString(5)),
                Instant.ofEpochSecond(row.getLong(6)));
    }

    static OutboxEntry outboxEntry(ResultSet row) throws SQLException {
        return new OutboxEntry(
                row.getLong(1),
                new CalendarAddress(row.getString(2)),
                row.getString(3),
                List.of(row.getString(4).split("\n", -1)),
                row.getLong(5),
                Instant.ofEpochSecond(row.getLong(6)),
                Instant.ofEpochSecond(row.getLong(7)),
                row.getInt(8),
                row.getString(9));
    }

    private static @Nullable RecurrenceId id(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text.isEmpty() ? null : new RecurrenceId(text);
    }

    private static @Nullable Participation participation(ResultSet row, int column)
            throws SQLException {
        String name = row.getString(column);
        return name == null ? null : Participation.valueOf(name);
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        long seconds = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochSecond(seconds);
    }

    private static @Nullable LocalDate day(ResultSet row, int column) throws SQLException {
        long day = row.getLong(column);
        return row.wasNull() ? null : LocalDate.ofEpochDay(day);
    }
}
