package org.imipagent.tools;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.imipagent.calendar.CalendarAddress;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** What the words of a command line mean. */
final class Values {

    private Values() {}

    static void register(CommandLine line) {
        line.registerConverter(CalendarAddress.class, Values::address);
        line.registerConverter(When.class, Values::when);
        line.registerConverter(ZoneId.class, Values::zone);
    }

    private static CalendarAddress address(String word) {
        var address = new CalendarAddress(word);
        if (!address.isMail()) {
            throw new TypeConversionException(word + " is not an email address");
        }
        return address;
    }

    private static When when(String word) {
        When when = When.read(word);
        if (when == null) {
            throw new TypeConversionException(
                    word
                            + " is not a time such as 2026-11-22T10:00:00Z or a date such as 2026-11-22");
        }
        return when;
    }

    private static ZoneId zone(String word) {
        try {
            return ZoneId.of(word);
        } catch (DateTimeException unknown) {
            throw new TypeConversionException(word + " is not a time zone such as Europe/Oslo");
        }
    }
}
