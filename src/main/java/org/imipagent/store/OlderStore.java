package org.imipagent.store;

/** The tables are those of an older program: this one can bring them up to date by writing. */
final class OlderStore extends StoreTrouble {

    private static final long serialVersionUID = 1;

    OlderStore(String what) {
        super(Kind.OTHER_VERSION, what, "run 'imip-agent store upgrade'", null);
    }
}
