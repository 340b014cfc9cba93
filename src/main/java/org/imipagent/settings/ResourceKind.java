package org.imipagent.settings;

/** What a resource is. */
public enum ResourceKind implements Word {
    /** No resource, but a person. */
    NONE("none"),
    ROOM("room"),
    VEHICLE("vehicle"),
    EQUIPMENT("equipment"),
    /** It stands for others, of which {@code any_of} chooses one. */
    COLLECTION("collection"),
    OTHER("other");

    private final String word;

    ResourceKind(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
