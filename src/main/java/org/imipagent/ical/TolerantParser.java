package org.imipagent.ical;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import net.fortuna.ical4j.data.CalendarParser;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Parameter;
import org.imipagent.calendar.Property;

/**
 * Our tolerant reader as a parser of ical4j: whatever is wrong with a text, any {@link
 * ContentHandler} is told what {@link CalendarReader} reads in it. Loaded only where texts are
 * judged; what reads a mail or a page does not know it.
 */
public final class TolerantParser implements CalendarParser {

    private static final String CALENDAR = "VCALENDAR";

    private final Limits limits;

    public TolerantParser(Limits limits) {
        this.limits = limits;
    }

    /**
     * In UTF-8, else Windows-1252.
     *
     * @throws ParserException for a text without a calendar, or one beyond the limits
     */
    @Override
    public void parse(InputStream in, ContentHandler handler) throws IOException, ParserException {
        feed(CalendarReader.read(in.readNBytes(limits.text() * 4 + 4), null, limits), handler);
    }

    /**
     * @throws ParserException for a text without a calendar, or one beyond the limits
     */
    @Override
    public void parse(Reader in, ContentHandler handler) throws IOException, ParserException {
        var text = new StringBuilder();
        var some = new char[8192];
        for (int read = in.read(some);
                read >= 0 && text.length() <= limits.text();
                read = in.read(some)) {
            text.append(some, 0, read);
        }
        feed(CalendarReader.read(text.toString(), limits), handler);
    }

    private static void feed(CalendarText text, ContentHandler handler)
            throws IOException, ParserException {
        if (text.objects().isEmpty()) {
            throw new ParserException(text.problems().getFirst().toString(), 1);
        }
        for (CalendarObject object : text.objects()) {
            feed(object.calendar(), handler);
        }
    }

    /** Tells a handler of one VCALENDAR; of those that stand within it, no word. */
    static void feed(Component calendar, ContentHandler handler) throws IOException {
        handler.startCalendar();
        calendar.properties().forEach(property -> property(property, handler));
        calendar.components().stream()
                .filter(inner -> !inner.name().equals(CALENDAR))
                .forEach(inner -> component(inner, handler));
        handler.endCalendar();
    }

    private static void component(Component component, ContentHandler handler) {
        handler.startComponent(component.name());
        component.properties().forEach(property -> property(property, handler));
        component.components().forEach(inner -> component(inner, handler));
        handler.endComponent(component.name());
    }

    private static void property(Property property, ContentHandler handler) {
        handler.startProperty(property.name());
        for (Parameter parameter : property.parameters()) {
            handler.parameter(parameter.name(), ContentWriter.values(parameter));
        }
        handler.propertyValue(property.value());
        handler.endProperty(property.name());
    }
}
