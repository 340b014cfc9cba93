package org.imipagent.messages;

import java.util.List;

/** Which form of a word a number takes (the cardinal rules of Unicode CLDR, whole numbers). */
public enum Plural {
    ZERO,
    ONE,
    TWO,
    FEW,
    MANY,
    OTHER;

    /** The forms that a language tells apart. */
    public static List<Plural> forms(String language) {
        return language.equals("ar")
                ? List.of(ZERO, ONE, TWO, FEW, MANY, OTHER)
                : List.of(ONE, OTHER);
    }

    static Plural of(String language, long n) {
        return switch (language) {
            case "ar" -> arabic(n);
            case "fr" -> n == 0 || n == 1 ? ONE : OTHER;
            default -> n == 1 ? ONE : OTHER;
        };
    }

    private static Plural arabic(long n) {
        if (n <= 2) {
            return n == 0 ? ZERO : n == 1 ? ONE : TWO;
        }
        long rest = n % 100;
        return rest >= 3 && rest <= 10 ? FEW : rest >= 11 ? MANY : OTHER;
    }

    /** What stands after the key in the catalogue. */
    String suffix() {
        return switch (this) {
            case ZERO -> ".zero";
            case ONE -> ".one";
            case TWO -> ".two";
            case FEW -> ".few";
            case MANY -> ".many";
            case OTHER -> ".other";
        };
    }
}
