package org.imipagent.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.imipagent.calendar.Participation;
import org.jspecify.annotations.Nullable;

/** What people read, in one language. */
public final class Texts {

    /** The language that every text has. */
    public static final String SOURCE = "en";

    private final String language;
    private final Map<String, String> texts;

    Texts(String language, Map<String, String> texts) {
        this.language = language;
        this.texts = Map.copyOf(texts);
    }

    /**
     * The texts of a language by its tag (RFC 5646), such as {@code nb} or {@code en-GB}; of
     * English where there is no catalogue of it.
     */
    public static Texts of(String tag) {
        String language = known(tag);
        Map<String, String> texts = Catalogue.of(language);
        return texts != null || language.equals(SOURCE)
                ? new Texts(language, texts == null ? Map.of() : texts)
                : of(SOURCE);
    }

    /** Languages are named by a few letters; what is none must not become the name of a file. */
    private static String known(String tag) {
        int end = 0;
        while (end < tag.length() && Character.isLetter(tag.charAt(end))) {
            end++;
        }
        String language = tag.substring(0, end).toLowerCase(Locale.ROOT);
        return language.matches("[a-z]{2,3}") ? language : SOURCE;
    }

    /** The language as a tag, for {@code lang=}. */
    public String language() {
        return language;
    }

    /** {@code ltr} or {@code rtl}, for {@code dir=}. */
    public String direction() {
        return say(Word.DIRECTION);
    }

    /** The first day of the week, 1 for Monday to 7 for Sunday. */
    public int firstDayOfWeek() {
        return say(Word.WEEK_STARTS).charAt(0) - '0';
    }

    public String say(Word word) {
        return text(word.key());
    }

    /** A text with its holes filled: names and values in turn. */
    public String say(Word word, String... namesAndValues) {
        return filled(text(word.key()), namesAndValues);
    }

    /** A text that counts: the hole {@code n} and the form of the word follow the number. */
    public String count(Word word, long n, String... namesAndValues) {
        String form = texts.get(word.key() + Plural.of(language, n).suffix());
        String pattern = form == null ? text(word.key() + Plural.OTHER.suffix()) : form;
        return filled(filled(pattern, "n", Long.toString(n)), namesAndValues);
    }

    /** The entries of a text that is a list. */
    List<String> list(Word word) {
        return List.of(text(word.key()).split("\\|", -1));
    }

    private String text(String key) {
        String text = texts.get(key);
        // A missing text must not cost the page; a test holds that none is.
        return text == null ? key : text;
    }

    private static String filled(String pattern, String... namesAndValues) {
        var filled = new StringBuilder(pattern.length() + 32);
        int from = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
            int close = pattern.indexOf('}', open);
            String value = value(pattern.substring(open + 1, close), namesAndValues);
            filled.append(pattern, from, open);
            filled.append(value == null ? pattern.substring(open, close + 1) : value);
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

    /** "Monday, Tuesday and Friday". */
    public String enumeration(List<String> items) {
        if (items.size() < 2) {
            return items.isEmpty() ? "" : items.getFirst();
        }
        var first = String.join(say(Word.LIST_COMMA) + " ", items.subList(0, items.size() - 1));
        return say(Word.LIST_LAST, "first", first, "last", items.getLast());
    }

    /** How somebody answered: "Accepted". */
    public String answer(Participation participation) {
        return say(
                switch (participation) {
                    case NEEDS_ACTION -> Word.ANSWER_NEEDS_ACTION;
                    case ACCEPTED -> Word.ANSWER_ACCEPTED;
                    case TENTATIVE -> Word.ANSWER_TENTATIVE;
                    case DECLINED -> Word.ANSWER_DECLINED;
                    case DELEGATED -> Word.ANSWER_DELEGATED;
                });
    }

    /**
     * What became of a message or a click, in a sentence.
     *
     * @param verdict its technical name, {@code unknown-event}; one without words gets a sentence
     *     that says so
     */
    public String happened(String verdict) {
        String sentence = texts.get("verdict-" + verdict);
        return sentence == null ? say(Word.VERDICT_OTHER) : sentence;
    }

    /**
     * The first line of what is told of a scheduling message that came.
     *
     * @param method METHOD as it came, in any case
     */
    public String arrived(String method) {
        String line = texts.get("mail-" + method.strip().toLowerCase(Locale.ROOT));
        return line == null ? say(Word.MAIL_OTHER) : line;
    }

    /** The subject of a mail with a REPLY: "Accepted: Meeting". One line, whatever the summary. */
    public String replySubject(Participation how, String summary) {
        return say(
                switch (how) {
                    case NEEDS_ACTION -> Word.REPLY_SUBJECT_NEEDS_ACTION;
                    case ACCEPTED -> Word.REPLY_SUBJECT_ACCEPTED;
                    case TENTATIVE -> Word.REPLY_SUBJECT_TENTATIVE;
                    case DECLINED -> Word.REPLY_SUBJECT_DECLINED;
                    case DELEGATED -> Word.REPLY_SUBJECT_DELEGATED;
                },
                "summary",
                title(summary));
    }

    /** The subject of a mail with a CANCEL. */
    public String cancelSubject(String summary) {
        return say(Word.CANCEL_SUBJECT, "summary", title(summary));
    }

    /** "Nora accepts the invitation." */
    public String replySentence(Participation how, String name) {
        return say(
                switch (how) {
                    case NEEDS_ACTION -> Word.REPLY_BODY_NEEDS_ACTION;
                    case ACCEPTED -> Word.REPLY_BODY_ACCEPTED;
                    case TENTATIVE -> Word.REPLY_BODY_TENTATIVE;
                    case DECLINED -> Word.REPLY_BODY_DECLINED;
                    case DELEGATED -> Word.REPLY_BODY_DELEGATED;
                },
                "name",
                name);
    }

    /** "Vincent cancels the event." */
    public String cancelSentence(String name) {
        return say(Word.CANCEL_BODY, "name", name);
    }

    /** The subject of another mail of ours: "Invitation: Meeting". One line. */
    public String subject(Word word, String summary) {
        return say(word, "summary", title(summary));
    }

    private String title(String summary) {
        String line = Letter.line(summary);
        return line.isEmpty() ? say(Word.NO_TITLE) : line;
    }
}
