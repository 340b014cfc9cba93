package org.imipagent.messages;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.imipagent.calendar.Participation;
import org.imipagent.settings.Language;
import org.jspecify.annotations.Nullable;

/** What people read, in one language. */
public final class Messages {

    /** The language that every text has. */
    public static final String SOURCE = "en";

    private final String language;
    private final Map<String, String> texts;
    private final @Nullable TextTable table;
    private final boolean rightToLeft;

    Messages(String language, Map<String, String> texts) {
        this(language, texts, null);
    }

    private Messages(String language, Map<String, String> texts, @Nullable TextTable table) {
        this.language = language;
        this.texts = Collections.unmodifiableMap(texts);
        this.table = table;
        this.rightToLeft = "rtl".equals(find(MessageKey.DIRECTION.key()));
    }

    private @Nullable String find(String key) {
        return table == null ? texts.get(key) : table.get(key);
    }

    /**
     * Makes a table of each language beside a jar, in which its texts are found faster.
     *
     * @throws IOException when they cannot be written
     */
    public static void writeTables(Path jar) throws IOException {
        for (Language language : Language.values()) {
            Map<String, String> texts = MessageBundle.of(language.tag());
            if (texts != null) {
                TextTable.write(jar.toFile(), language.tag(), texts);
            }
        }
    }

    /**
     * The texts of a language by its tag (RFC 5646), such as {@code nb} or {@code de-AT}; of the
     * nearest language there is, else of English. Loads that language's file and no other.
     */
    public static Messages of(String tag) {
        Language language = Language.nearest(tag);
        String known = language == null ? SOURCE : language.tag();
        TextTable table = TextTable.of(known);
        if (table != null) {
            return new Messages(known, Map.of(), table);
        }
        Map<String, String> texts = MessageBundle.of(known);
        return new Messages(known, texts == null ? Map.of() : texts);
    }

    /**
     * That somebody sent an event who does not organise it.
     *
     * @param sender as people read it; "" where it is not known who it was
     */
    public String sentByOther(String sender) {
        return sender.isEmpty()
                ? say(MessageKey.SENT_BY_UNKNOWN)
                : say(MessageKey.SENT_BY_OTHER, "sender", sender);
    }

    /** The language as a tag, for {@code lang=}. */
    public String language() {
        return language;
    }

    /** {@code ltr} or {@code rtl}, for {@code dir=}. */
    public String direction() {
        return say(MessageKey.DIRECTION);
    }

    /** The first day of the week, 1 for Monday to 7 for Sunday. */
    public int firstDayOfWeek() {
        return say(MessageKey.WEEK_STARTS).charAt(0) - '0';
    }

    public String say(MessageKey word) {
        return text(word.key());
    }

    /** A text with its holes filled: names and values in turn. */
    public String say(MessageKey word, String... namesAndValues) {
        return filled(text(word.key()), namesAndValues);
    }

    /** A length of time in the greatest unit that says it exactly: "2 hours", "90 minutes". */
    public String duration(Duration duration) {
        long minutes = duration.toMinutes();
        if (minutes % (24 * 60) == 0) {
            return count(MessageKey.DURATION_DAYS, minutes / (24 * 60));
        }
        return minutes % 60 == 0
                ? count(MessageKey.DURATION_HOURS, minutes / 60)
                : count(MessageKey.DURATION_MINUTES, minutes);
    }

    /** A text that counts: the hole {@code n} and the form of the word follow the number. */
    public String count(MessageKey word, long n, String... namesAndValues) {
        String form = find(word.key() + Plural.of(language, n).suffix());
        String pattern = form == null ? text(word.key() + Plural.OTHER.suffix()) : form;
        return filled(filled(pattern, "n", Long.toString(n)), namesAndValues);
    }

    /** The entries of a text that is a list. */
    List<String> list(MessageKey word) {
        return List.of(text(word.key()).split("\\|", -1));
    }

    private String text(String key) {
        String text = find(key);
        // A missing text must not cost the page; a test holds that none is.
        return text == null ? key : text;
    }

    private String filled(String pattern, String... namesAndValues) {
        var filled = new StringBuilder(pattern.length() + 32);
        int from = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
            int close = pattern.indexOf('}', open);
            String value = value(pattern.substring(open + 1, close), namesAndValues);
            filled.append(pattern, from, open);
            filled.append(value == null ? pattern.substring(open, close + 1) : isolated(value));
            from = close + 1;
        }
        return filled.append(pattern, from, pattern.length()).toString();
    }

    private static @Nullable String value(String name, String... namesAndValues) {
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            if (namesAndValues[i].equals(name)) {
                return namesAndValues[i + 1];
            }
        }
        return null;
    }

    /** What runs the other way than the language, kept from turning its surroundings round. */
    String isolated(String value) {
        return Bidi.isolated(value, rightToLeft);
    }

    /** "Monday, Tuesday and Friday". */
    public String enumeration(List<String> items) {
        if (items.size() < 2) {
            return items.isEmpty() ? "" : items.getFirst();
        }
        String first = joined(items.subList(0, items.size() - 1));
        String last = items.getLast();
        MessageKey and = startsLikeItsAnd(last) ? MessageKey.LIST_LAST_I : MessageKey.LIST_LAST;
        return say(and, "first", first, "last", last);
    }

    /** "Monday, Tuesday, Friday". */
    public String joined(List<String> items) {
        return joined(items, MessageKey.LIST_COMMA);
    }

    /** "Tue 3 Nov, 10:00; Wed 4 Nov, 10:00": of what has commas of its own. */
    public String separated(List<String> items) {
        return joined(items, MessageKey.LIST_SEMICOLON);
    }

    private String joined(List<String> items, MessageKey mark) {
        var joined = new StringBuilder();
        for (String item : items) {
            joined.append(joined.isEmpty() ? "" : say(mark) + " ");
            joined.append(isolated(item));
        }
        return joined.toString();
    }

    /** Spanish says "e" for "y" before the sound i: "Ana e Inés", but "agua y hielo". */
    private static boolean startsLikeItsAnd(String word) {
        String small = word.strip().toLowerCase(Locale.ROOT);
        String sound = small.startsWith("h") ? small.substring(1) : small;
        return (sound.startsWith("i") || sound.startsWith("í"))
                && !(sound.length() > 1 && "aeouáéóú".indexOf(sound.charAt(1)) >= 0);
    }

    /** A label before what it names: "When:", in French with a space before the colon. */
    public String label(String name) {
        return say(MessageKey.LABEL, "label", name);
    }

    /** How somebody answered: "Accepted". */
    public String answer(Participation participation) {
        return say(
                switch (participation) {
                    case NEEDS_ACTION -> MessageKey.ANSWER_NEEDS_ACTION;
                    case ACCEPTED -> MessageKey.ANSWER_ACCEPTED;
                    case TENTATIVE -> MessageKey.ANSWER_TENTATIVE;
                    case DECLINED -> MessageKey.ANSWER_DECLINED;
                    case DELEGATED -> MessageKey.ANSWER_DELEGATED;
                });
    }

    /**
     * What became of a message or a click, in a sentence.
     *
     * @param verdict its technical name, {@code unknown-event}; one without words gets a sentence
     *     that says so
     */
    public String happened(String verdict) {
        String sentence = find("verdict-" + verdict);
        return sentence == null ? say(MessageKey.VERDICT_OTHER) : sentence;
    }

    /**
     * The first line of what is told of a scheduling message that came.
     *
     * @param method METHOD as it came, in any case
     */
    public String arrived(String method) {
        String line = find("mail-" + method.strip().toLowerCase(Locale.ROOT));
        return line == null ? say(MessageKey.MAIL_OTHER) : line;
    }

    /** What a preference is called on the page of the settings. */
    public String preference(String name) {
        return text(preferenceKey(name));
    }

    /** What it is for, in a sentence. */
    public String preferenceHelp(String name) {
        return text(preferenceKey(name) + "-help");
    }

    /** One of its words as people read it; the word itself where it is none of ours. */
    public String preferenceChoice(String name, String word) {
        String text = find(preferenceKey(name) + "-" + word.toLowerCase(Locale.ROOT));
        return text == null ? word : text;
    }

    private static String preferenceKey(String name) {
        return "preference-" + name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The subject of a mail with a REPLY: "Accepted: Meeting". One line, whatever the summary. */
    public String replySubject(Participation how, String summary) {
        return subject(
                switch (how) {
                    case NEEDS_ACTION -> MessageKey.REPLY_SUBJECT_NEEDS_ACTION;
                    case ACCEPTED -> MessageKey.REPLY_SUBJECT_ACCEPTED;
                    case TENTATIVE -> MessageKey.REPLY_SUBJECT_TENTATIVE;
                    case DECLINED -> MessageKey.REPLY_SUBJECT_DECLINED;
                    case DELEGATED -> MessageKey.REPLY_SUBJECT_DELEGATED;
                },
                summary);
    }

    /** The subject of a mail with a CANCEL. */
    public String cancelSubject(String summary) {
        return subject(MessageKey.CANCEL_SUBJECT, summary);
    }

    /** "Nora accepts the invitation." */
    public String replySentence(Participation how, String name) {
        return say(
                switch (how) {
                    case NEEDS_ACTION -> MessageKey.REPLY_BODY_NEEDS_ACTION;
                    case ACCEPTED -> MessageKey.REPLY_BODY_ACCEPTED;
                    case TENTATIVE -> MessageKey.REPLY_BODY_TENTATIVE;
                    case DECLINED -> MessageKey.REPLY_BODY_DECLINED;
                    case DELEGATED -> MessageKey.REPLY_BODY_DELEGATED;
                },
                "name",
                MailBody.line(name));
    }

    /** "The blue room is booked.": the same of what comes by itself. */
    public String bookingSentence(Participation how, String name) {
        return say(
                switch (how) {
                    case NEEDS_ACTION -> MessageKey.REPLY_BODY_NEEDS_ACTION;
                    case ACCEPTED -> MessageKey.REPLY_BODY_BOOKED;
                    case TENTATIVE -> MessageKey.REPLY_BODY_HELD;
                    case DECLINED -> MessageKey.REPLY_BODY_NOT_BOOKED;
                    case DELEGATED -> MessageKey.REPLY_BODY_REPLACED;
                },
                "name",
                MailBody.line(name));
    }

    /** "Vincent cancels the event." */
    public String cancelSentence(String name) {
        return say(MessageKey.CANCEL_BODY, "name", MailBody.line(name));
    }

    /**
     * The subject of another mail of ours: "Invitation: Meeting". One line.
     *
     * <p>Without isolates: mail programs compare subjects, and the summary stands at their end.
     */
    public String subject(MessageKey word, String summary) {
        return say(word).replace("{summary}", title(summary));
    }

    private String title(String summary) {
        String line = MailBody.line(summary);
        return line.isEmpty() ? say(MessageKey.NO_TITLE) : line;
    }
}
