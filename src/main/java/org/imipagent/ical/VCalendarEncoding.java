package org.imipagent.ical;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.imipagent.calendar.Parameter;
import org.imipagent.calendar.Property;

/** ENCODING=QUOTED-PRINTABLE of vCalendar 1.0, which some phones still write. */
final class VCalendarEncoding {

    private static final String NAME = "QUOTED-PRINTABLE";

    private VCalendarEncoding() {}

    static boolean isIn(Property property) {
        for (Parameter parameter : property.parameters()) {
            if (isEncoding(parameter)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEncoding(Parameter parameter) {
        return parameter.name().equals(NAME)
                || (parameter.name().equals("ENCODING")
                        && parameter.value().toUpperCase(Locale.ROOT).equals(NAME));
    }

    /** The property as RFC 5545 has it: the value in plain characters, line ends escaped. */
    static Property decode(Property property) {
        String charset = property.parameter("CHARSET");
        String value = CalendarBytes.decode(bytes(property.value()), charset);
        var parameters =
                property.parameters().stream()
                        .filter(p -> !isEncoding(p) && !p.name().equals("CHARSET"))
                        .toList();
        String oneLine = value.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\\n");
        return new Property(property.name(), parameters, Characters.clean(oneLine));
    }

    private static byte[] bytes(String value) {
        var bytes = new ByteArrayOutputStream(value.length());
        for (int i = 0; i < value.length(); ) {
            int high = value.charAt(i) == '=' ? hex(value, i + 1) : -1;
            int low = high >= 0 ? hex(value, i + 2) : -1;
            if (low >= 0) {
                bytes.write((high << 4) | low);
                i += 3;
            } else {
                int point = value.codePointAt(i);
                bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(point);
            }
        }
        return bytes.toByteArray();
    }

    private static int hex(String value, int i) {
        return i < value.length() ? Character.digit(value.charAt(i), 16) : -1;
    }
}
