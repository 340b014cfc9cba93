package org.imipagent.calendar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneOffsetTransitionRule.TimeDefinition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a zone out of the file in which the JDK has them. {@code java.time} itself reads all
 * of it, and then asks every module and jar for more zones: that took a fifth of the start of a
 * page on the JVM (decision 0029). Whatever is not as expected here is left to {@code java.time}.
 *
 * <p>The file: a version, the names of the regions, the rules (each with its length), and which
 * region has which rules. Numbers are big-endian.
 */
final class ZoneTable {

    private static final int VERSION = 1;
    private static final String GROUP = "TZDB";

    /** Of rules, before what makes them. */
    private static final int RULES = 1;

    private static final int QUARTER = 900;

    private ZoneTable() {}

    /** Big-endian numbers, one after the other. */
    private static final class Cursor {
        private final byte[] octets;
        private int position;

        Cursor(byte[] octets) {
            this.octets = octets;
        }

        Cursor at(int other) {
            position = other;
            return this;
        }

        byte get() {
            return octets[position++];
        }

        short getShort() {
            return (short) ((get() << 8) | (get() & 0xff));
        }

        int getInt() {
            return (getShort() << 16) | (getShort() & 0xffff);
        }

        long getLong() {
            return ((long) getInt() << 32) | (getInt() & 0xffffffffL);
        }
    }

    /**
     * The rules of a region such as Europe/Oslo; null where the file, or the region in it, is not
     * there or cannot be read.
     */
    static @Nullable ZoneRules of(String region) {
        String java = System.getProperty("java.home");
        if (java == null) {
            return null;
        }
        try {
            byte[] all = Files.readAllBytes(Path.of(java, "lib", "tzdb.dat"));
            return of(new Cursor(all), region.getBytes(StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException unexpected) {
            return null;
        }
    }

    private static @Nullable ZoneRules of(Cursor table, byte[] region) {
        if (table.get() != VERSION || !isText(table, GROUP)) {
            return null;
        }
        int versions = table.getShort();
        for (int i = 0; i < versions; i++) {
            skip(table);
        }
        int regions = table.getShort();
        int wanted = -1;
        for (int i = 0; i < regions; i++) {
            int length = table.getShort();
            if (length == region.length && isThere(table, region)) {
                wanted = i;
            }
            table.position += length;
        }
        int count = table.getShort();
        var places = new int[count];
        for (int i = 0; i < count; i++) {
            places[i] = table.position;
            skip(table);
        }
        int rules = -1;
        for (int i = 0; i < versions; i++) {
            int known = table.getShort();
            for (int j = 0; j < known; j++) {
                int of = table.getShort();
                int which = table.getShort() & 0xffff;
                rules = of == wanted ? which : rules;
            }
        }
        return wanted < 0 || rules < 0 ? null : rules(table.at(places[rules] + 2));
    }

    private static boolean isText(Cursor table, String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        boolean is = table.getShort() == octets.length && isThere(table, octets);
        table.position += octets.length;
        return is;
    }

    private static void skip(Cursor table) {
        int length = table.getShort();
        table.position += length;
    }

    private static boolean isThere(Cursor table, byte[] region) {
        for (int i = 0; i < region.length; i++) {
            if (table.octets[table.position + i] != region[i]) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable ZoneRules rules(Cursor in) {
        if (in.get() != RULES) {
            return null;
        }
        List<ZoneOffsetTransition> standard = new ArrayList<>();
        ZoneOffset firstStandard = transitions(in, in.getInt(), standard);
        List<ZoneOffsetTransition> wall = new ArrayList<>();
        ZoneOffset firstWall = transitions(in, in.getInt(), wall);
        int count = in.get();
        var last = new ArrayList<ZoneOffsetTransitionRule>();
        for (int i = 0; i < count; i++) {
            last.add(rule(in));
        }
        return ZoneRules.of(firstStandard, firstWall, standard, wall, last);
    }

    /** Adds those that follow; gives the offset before the first. */
    private static ZoneOffset transitions(
            Cursor in, int count, List<ZoneOffsetTransition> transitions) {
        var seconds = new long[count];
        for (int i = 0; i < count; i++) {
            seconds[i] = second(in);
        }
        ZoneOffset first = offset(in);
        ZoneOffset before = first;
        for (int i = 0; i < count; i++) {
            ZoneOffset after = offset(in);
            transitions.add(
                    ZoneOffsetTransition.of(
                            LocalDateTime.ofEpochSecond(seconds[i], 0, before), before, after));
            before = after;
        }
        return first;
    }

    /** Since 1970. Most are quarters of an hour since 1825. */
    private static long second(Cursor in) {
        int high = in.get() & 0xff;
        if (high == 0xff) {
            return in.getLong();
        }
        int middle = in.get() & 0xff;
        int low = in.get() & 0xff;
        return (long) ((high << 16) | (middle << 8) | low) * QUARTER - 4_575_744_000L;
    }

    private static ZoneOffset offset(Cursor in) {
        int quarters = in.get();
        return ZoneOffset.ofTotalSeconds(quarters == 127 ? in.getInt() : quarters * QUARTER);
    }

    private static TimeDefinition definition(int number) {
        return switch (number) {
            case 0 -> TimeDefinition.UTC;
            case 1 -> TimeDefinition.WALL;
            case 2 -> TimeDefinition.STANDARD;
            default -> throw new IllegalStateException("no definition " + number);
        };
    }

    /** The years that come, in one number: what does not fit stands behind it. */
    private static ZoneOffsetTransitionRule rule(Cursor in) {
        int data = in.getInt();
        int weekday = (data >>> 19) & 7;
        int hour = (data >>> 14) & 31;
        int standardQuarters = (data >>> 4) & 255;
        int beforeHalves = (data >>> 2) & 3;
        int afterHalves = data & 3;
        LocalTime time =
                hour == 31 ? LocalTime.ofSecondOfDay(in.getInt()) : LocalTime.of(hour % 24, 0);
        int standard = standardQuarters == 255 ? in.getInt() : (standardQuarters - 128) * QUARTER;
        int before = beforeHalves == 3 ? in.getInt() : standard + beforeHalves * 2 * QUARTER;
        int after = afterHalves == 3 ? in.getInt() : standard + afterHalves * 2 * QUARTER;
        return ZoneOffsetTransitionRule.of(
                Month.of(data >>> 28),
                ((data >>> 22) & 63) - 32,
                weekday == 0 ? null : DayOfWeek.of(weekday),
                time,
                hour == 24,
                definition((data >>> 12) & 3),
                ZoneOffset.ofTotalSeconds(standard),
                ZoneOffset.ofTotalSeconds(before),
                ZoneOffset.ofTotalSeconds(after));
    }
}
