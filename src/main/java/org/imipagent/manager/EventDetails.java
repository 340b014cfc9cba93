package org.imipagent.manager;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.HtmlText;
import org.imipagent.calendar.LinkAddress;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.VEvent;
import org.imipagent.manager.EventView.Fact;
import org.imipagent.manager.EventView.File;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.jspecify.annotations.Nullable;

/** What an event says of itself besides when and where: its text, files, and the rest. */
final class EventDetails {

    private static final int MOST_FILES = 20;
    private static final int MOST_CATEGORIES = 20;

    private EventDetails() {}

    /** Its description; where there is none, that which Outlook writes as HTML alone. */
    static List<TextSpan> description(VEvent part) {
        String text = plain(part.description()).strip();
        return UntrustedText.text(text.isEmpty() ? plain(part.text("X-ALT-DESC")) : text);
    }

    /** As text; what has no sign of HTML is that already, and loads no reader of HTML. */
    private static String plain(String text) {
        boolean isPlain =
                text.indexOf('<') < 0
                        && !text.contains("&nbsp;")
                        && !text.contains("&amp;")
                        && !text.contains("&#");
        return isPlain ? text : HtmlText.plain(text);
    }

    /** What is known of it that few ask for, with its label. */
    static List<Fact> facts(PageContext context, VEvent part) {
        Messages texts = context.texts();
        var facts = new ArrayList<Fact>();
        Attendee organiser = part.organiser();
        if (organiser != null) {
            facts.add(
                    new Fact(
                            texts.say(MessageKey.ORGANISER),
                            List.of(person(organiser)),
                            GuestList.email(organiser)));
        }
        add(facts, texts.say(MessageKey.CONTACT), part.text("CONTACT"));
        String url = LinkAddress.of(part.text("URL"));
        if (url != null && Conference.service(url).isEmpty()) {
            facts.add(
                    new Fact(
                            texts.say(MessageKey.LINK),
                            List.of(new TextSpan(UntrustedText.line(url), url)),
                            ""));
        }
        add(facts, texts.say(MessageKey.CATEGORIES), context.joined(categories(part)));
        switch (part.text("CLASS").strip().toUpperCase(Locale.ROOT)) {
            case "PRIVATE" ->
                    add(facts, MessageKey.VISIBILITY, texts.say(MessageKey.CLASS_PRIVATE), texts);
            case "CONFIDENTIAL" ->
                    add(
                            facts,
                            MessageKey.VISIBILITY,
                            texts.say(MessageKey.CLASS_CONFIDENTIAL),
                            texts);
            default -> {}
        }
        if (part.isTransparent()) {
            add(facts, MessageKey.SHOWN_AS, texts.say(MessageKey.SHOWN_FREE), texts);
        }
        return facts;
    }

    private static void add(List<Fact> facts, MessageKey label, String text, Messages texts) {
        facts.add(new Fact(texts.say(label), List.of(new TextSpan(text, null)), ""));
    }

    /** What a stranger wrote, where they wrote something. */
    static void add(List<Fact> facts, String label, String text) {
        List<TextSpan> pieces = UntrustedText.text(text);
        if (!pieces.isEmpty()) {
            facts.add(new Fact(label, pieces, ""));
        }
    }

    private static TextSpan person(Attendee somebody) {
        String address = somebody.address().isMail() ? somebody.address().uri() : null;
        return new TextSpan(
                UntrustedText.line(somebody.name()),
                address == null ? null : LinkAddress.of(address));
    }

    private static String[] categories(VEvent part) {
        var categories = new ArrayList<String>();
        for (Property property : part.component().all("CATEGORIES")) {
            for (String text : property.texts()) {
                String category = UntrustedText.line(text);
                if (!category.isEmpty()
                        && categories.size() < MOST_CATEGORIES
                        && !categories.contains(category)) {
                    categories.add(category);
                }
            }
        }
        return categories.toArray(new String[0]);
    }

    /** ATTACH (RFC 5545, 3.8.1.1): links, and files that came with the mail. */
    static EventView.Files files(Messages texts, VEvent part) {
        var files = new ArrayList<File>();
        for (Property property : part.component().all("ATTACH")) {
            File file = files.size() < MOST_FILES ? file(texts, property) : null;
            if (file != null) {
                files.add(file);
            }
        }
        return new EventView.Files(texts.say(MessageKey.ATTACHMENTS), files);
    }

    private static @Nullable File file(Messages texts, Property property) {
        String name = fileName(property);
        String href = LinkAddress.of(property.value());
        if (href != null && !href.regionMatches(true, 0, "mailto:", 0, 7)) {
            return name.isEmpty()
                    ? new File(UntrustedText.line(href), href, "")
                    : new File(name, href, Conference.host(href));
        }
        boolean isInside =
                "BINARY".equalsIgnoreCase(property.parameter("VALUE"))
                        || "BASE64".equalsIgnoreCase(property.parameter("ENCODING"));
        boolean isPart = property.value().regionMatches(true, 0, "cid:", 0, 4);
        if (!isInside && !isPart) {
            return null;
        }
        String type = UntrustedText.line(given(property, "FMTTYPE"));
        String shown =
                !name.isEmpty() ? name : type.isEmpty() ? texts.say(MessageKey.NO_TITLE) : type;
        return new File(
                isInside ? sized(texts, shown, property.value().length()) : shown,
                "",
                texts.say(MessageKey.ATTACHED_IN_MAIL));
    }

    /** With the size of what so many characters of Base64 hold. */
    private static String sized(Messages texts, String name, int characters) {
        long kilobytes = Math.max(1, Math.round(characters * 0.75 / 1024));
        return texts.say(MessageKey.ATTACHED, "name", name, "size", Long.toString(kilobytes));
    }

    private static String fileName(Property property) {
        for (String parameter :
                List.of("FILENAME", "X-FILENAME", "X-APPLE-FILENAME", "X-ORACLE-FILENAME")) {
            String name = UntrustedText.line(given(property, parameter));
            if (!name.isEmpty()) {
                return name;
            }
        }
        return "";
    }

    private static String given(Property property, String parameter) {
        String value = property.parameter(parameter);
        return value == null ? "" : value;
    }
}
