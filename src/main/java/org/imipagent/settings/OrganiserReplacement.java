package org.imipagent.settings;

/** Who may become the organiser of an event that is known. */
public enum OrganiserReplacement implements Word {
    /** Anyone, even somebody unknown before. */
    ANY("any"),
    /** Somebody who was an attendee before. */
    ATTENDEE("attendee"),
    /** Nobody. */
    NEVER("never");

    private final String word;

    OrganiserReplacement(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
