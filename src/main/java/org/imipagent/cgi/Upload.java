package org.imipagent.cgi;

/**
 * One file of a form (RFC 7578).
 *
 * <p>The name the browser gave the file is a stranger's text: for showing, never for opening.
 */
public final class Upload {
    private final String field;
    private final String fileName;
    private final byte[] content;

    public Upload(String field, String fileName, byte[] content) {
        this.field = field;
        this.fileName = fileName;
        this.content = content.clone();
    }

    /** The name of the form's field. */
    public String field() {
        return field;
    }

    public String fileName() {
        return fileName;
    }

    public byte[] content() {
        return content.clone();
    }
}
