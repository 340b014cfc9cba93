package org.imipagent.mail;

/** Whether a person or a program caused a mail (RFC 3834, 5). */
public enum AutoSubmitted {
    /** A person did. */
    NO,
    /** A program did by itself. */
    GENERATED,
    /** A program did in answer to a mail. */
    REPLIED
}
