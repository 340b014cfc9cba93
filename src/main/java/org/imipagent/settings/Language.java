package org.imipagent.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The languages that pages and mails are written in; each has its catalogue beside
 * messages.Messages.
 */
public enum Language implements Word {
    ENGLISH("en", "English"),
    NORWEGIAN("nb", "Norsk bokmål"),
    GERMAN("de", "Deutsch"),
    FRENCH("fr", "Français"),
    SPANISH("es", "Español"),
    ARABIC("ar", "العربية");

    /** What is read by those who read another: Norwegian of any kind, as ISO 639 names it. */
    private static final Map<String, Language> NEAR = Map.of("no", NORWEGIAN, "nn", NORWEGIAN);

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /** The tag of RFC 5646, and the name of the catalogue. */
    public String tag() {
        return tag;
    }

    /** Its name as those who speak it write it: what a page offers. */
    public String ownName() {
        return ownName;
    }

    @Override
    public String word() {
        return tag;
    }

    /** The language of a tag, whatever country or script follows: nb_NO, de-AT, no; else null. */
    public static @Nullable Language nearest(String tag) {
        String primary = primary(tag.strip());
        for (Language language : values()) {
            if (language.tag.equals(primary)) {
                return language;
            }
        }
        return NEAR.get(primary);
    }

    /** The first of some tags that there is a language for; null for none. */
    public static @Nullable Language firstOf(List<String> tags) {
        for (String tag : tags) {
            Language language = nearest(tag);
            if (language != null) {
                return language;
            }
        }
        return null;
    }

    private static String primary(String tag) {
        int end = 0;
        while (end < tag.length() && "_-.@".indexOf(tag.charAt(end)) < 0) {
            end++;
        }
        return tag.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
