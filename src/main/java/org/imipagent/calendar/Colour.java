package org.imipagent.calendar;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The colours of a calendar. COLOR (RFC 7986, 5.9) names one of the 147 of CSS 3, many of which
 * nobody tells apart on a page, or cannot read a title on: each is shown as the one of these that
 * is nearest.
 */
public enum Colour {
    BLUE(0),
    ORANGE(1),
    GREEN(2),
    PINK(3),
    YELLOW(4),
    SKY(5),
    VIOLET(6),
    BROWN(7),
    GREY(8);

    private final int number;

    Colour(int number) {
        this.number = number;
    }

    /** Its number on the pages, from 0. */
    public int number() {
        return number;
    }

    /** The colour of a name, in any case; null where it is none of CSS 3. */
    public static @Nullable Colour named(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "blue",
                    "cornflowerblue",
                    "darkblue",
                    "dodgerblue",
                    "mediumblue",
                    "midnightblue",
                    "navy",
                    "royalblue",
                    "steelblue",
                    "aliceblue",
                    "lightsteelblue" ->
                    BLUE;
            case "orange",
                    "coral",
                    "darkorange",
                    "darksalmon",
                    "lightsalmon",
                    "orangered",
                    "salmon",
                    "sandybrown",
                    "tomato",
                    "red",
                    "darkred",
                    "firebrick",
                    "crimson",
                    "indianred",
                    "lightcoral",
                    "peachpuff",
                    "bisque",
                    "navajowhite",
                    "moccasin",
                    "papayawhip",
                    "blanchedalmond",
                    "antiquewhite",
                    "seashell",
                    "linen" ->
                    ORANGE;
            case "green",
                    "chartreuse",
                    "darkgreen",
                    "darkolivegreen",
                    "darkseagreen",
                    "forestgreen",
                    "greenyellow",
                    "honeydew",
                    "lawngreen",
                    "lightgreen",
                    "lime",
                    "limegreen",
                    "mediumseagreen",
                    "mediumspringgreen",
                    "mintcream",
                    "olivedrab",
                    "palegreen",
                    "seagreen",
                    "springgreen",
                    "yellowgreen",
                    "mediumaquamarine" ->
                    GREEN;
            case "pink",
                    "deeppink",
                    "fuchsia",
                    "hotpink",
                    "lavenderblush",
                    "lightpink",
                    "magenta",
                    "mediumvioletred",
                    "mistyrose",
                    "palevioletred" ->
                    PINK;
            case "yellow",
                    "beige",
                    "cornsilk",
                    "darkgoldenrod",
                    "darkkhaki",
                    "floralwhite",
                    "gold",
                    "goldenrod",
                    "ivory",
                    "khaki",
                    "lemonchiffon",
                    "lightgoldenrodyellow",
                    "lightyellow",
                    "oldlace",
                    "olive",
                    "palegoldenrod" ->
                    YELLOW;
            case "aqua",
                    "aquamarine",
                    "azure",
                    "cadetblue",
                    "cyan",
                    "darkcyan",
                    "darkturquoise",
                    "deepskyblue",
                    "lightblue",
                    "lightcyan",
                    "lightseagreen",
                    "lightskyblue",
                    "mediumturquoise",
                    "paleturquoise",
                    "powderblue",
                    "skyblue",
                    "teal",
                    "turquoise" ->
                    SKY;
            case "violet",
                    "blueviolet",
                    "darkmagenta",
                    "darkorchid",
                    "darkslateblue",
                    "darkviolet",
                    "indigo",
                    "lavender",
                    "mediumorchid",
                    "mediumpurple",
                    "mediumslateblue",
                    "orchid",
                    "plum",
                    "purple",
                    "slateblue",
                    "thistle" ->
                    VIOLET;
            case "brown",
                    "burlywood",
                    "chocolate",
                    "maroon",
                    "peru",
                    "rosybrown",
                    "saddlebrown",
                    "sienna",
                    "tan",
                    "wheat" ->
                    BROWN;
            case "gray",
                    "grey",
                    "black",
                    "darkgray",
                    "darkgrey",
                    "darkslategray",
                    "darkslategrey",
                    "dimgray",
                    "dimgrey",
                    "gainsboro",
                    "ghostwhite",
                    "lightgray",
                    "lightgrey",
                    "lightslategray",
                    "lightslategrey",
                    "silver",
                    "slategray",
                    "slategrey",
                    "snow",
                    "white",
                    "whitesmoke" ->
                    GREY;
            default -> null;
        };
    }
}
