package org.imipagent.store;

/**
 * A file that somebody chose to import, kept until they say that it is to be done.
 *
 * <p>Its name is a stranger's text: for showing, never for opening.
 */
public final class KeptFile {

    private final String name;
    private final byte[] content;

    public KeptFile(String name, byte[] content) {
        this.name = name;
        this.content = content.clone();
    }

    public String name() {
        return name;
    }

    public byte[] content() {
        return content.clone();
    }
}
