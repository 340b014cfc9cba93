package org.imipagent.settings;

/** The day with which a week begins on a calendar page. */
public enum FirstWeekday implements Word {
    /** As those who speak the person's language have it. */
    LANGUAGE("language", 0),
    MONDAY("monday", 1),
    SATURDAY("saturday", 6),
    SUNDAY("sunday", 7);

    private final String word;
    private final int number;

    FirstWeekday(String word, int number) {
        this.word = word;
        this.number = number;
    }

    @Override
    public String word() {
        return word;
    }

    /**
     * The day as ISO 8601 numbers it: 1 for Monday to 7 for Sunday.
     *
     * @param ofLanguage the day that the person's language has
     */
    public int number(int ofLanguage) {
        return number == 0 ? ofLanguage : number;
    }
}
