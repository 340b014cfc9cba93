package org.imipagent.manager;

import java.util.Locale;
import org.imipagent.calendar.Colour;
import org.imipagent.calendar.Occurrence;
import org.imipagent.messages.MessageKey;
import org.imipagent.settings.Colours;

/**
 * The class of an event's colour. A colour that the event was given holds before what the person
 * wants colours to say.
 */
final class Hues {

    private static final int NUMBER = 8;

    private Hues() {}

    /** Hue and role, such as {@code hue-6 hosting}. */
    static String of(Occurrence occurrence, Colours colours) {
        Role role = Role.of(occurrence);
        Colour given = occurrence.appearance().colour();
        int hue =
                given != null && colours != Colours.NONE
                        ? given.number()
                        : switch (colours) {
                            case ROLE -> role.hue.number();
                            case CATEGORY -> ofCategory(occurrence.appearance().category());
                            case NONE -> Colour.BLUE.number();
                        };
        return "hue-" + hue + role.shape;
    }

    /** Events of one category are alike, on every page. */
    private static int ofCategory(String category) {
        return category.isEmpty()
                ? Colour.GREY.number()
                : Math.floorMod(category.toLowerCase(Locale.ROOT).hashCode(), NUMBER);
    }

    /** What the person is to an event. */
    enum Role {
        MINE(Colour.GREY, " mine", MessageKey.ROLE_MINE),
        HOSTING(Colour.VIOLET, " hosting", MessageKey.ROLE_HOSTING),
        INVITED(Colour.BLUE, "", MessageKey.ROLE_INVITED);

        final Colour hue;

        /** The class that tells it where colours do not. */
        final String shape;

        final MessageKey words;

        Role(Colour hue, String shape, MessageKey words) {
            this.hue = hue;
            this.shape = shape;
            this.words = words;
        }

        static Role of(Occurrence occurrence) {
            return !occurrence.appearance().shared()
                    ? MINE
                    : occurrence.organised() ? HOSTING : INVITED;
        }
    }
}
