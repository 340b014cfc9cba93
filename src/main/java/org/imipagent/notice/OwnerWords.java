package org.imipagent.notice;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.imipagent.settings.Language;
import org.jspecify.annotations.Nullable;

/**
 * An answer that somebody wrote by hand: yes or no in any language of ours, and what follows.
 *
 * @param rest of the line; "" for nothing
 */
public record OwnerWords(boolean isYes, String rest) {

    /** What a line says; null where its first word is neither. */
    public static @Nullable OwnerWords of(String text) {
        // Some programs write the accent of "sí" as a character of its own.
        String line = Normalizer.normalize(text, Normalizer.Form.NFC);
        int start = 0;
        while (start < line.length() && !Character.isLetter(line.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < line.length() && Character.isLetter(line.charAt(end))) {
            end++;
        }
        String word = line.substring(start, end).toLowerCase(Locale.ROOT);
        int rest = end;
        while (rest < line.length() && !Character.isLetterOrDigit(line.charAt(rest))) {
            rest++;
        }
        for (Language language : Language.values()) {
            var texts = Messages.of(language.tag());
            boolean isYes = words(texts, MessageKey.RESOURCE_YES).contains(word);
            if (isYes || words(texts, MessageKey.RESOURCE_NO).contains(word)) {
                return new OwnerWords(isYes, line.substring(rest).strip());
            }
        }
        return null;
    }

    private static Set<String> words(Messages texts, MessageKey key) {
        return Set.of(texts.say(key).split(" +", -1));
    }
}
