package org.imipagent.agent;

/**
 * Names what is to be done once, however often it is asked for.
 *
 * @param name of the form
 * @param content of the form, or a digest of it: the same name with another content is another
 *     thing to do, and a mistake
 */
public record IdempotencyKey(String name, String content) {

    /** Of what has no content to compare. */
    public static IdempotencyKey of(String name) {
        return new IdempotencyKey(name, "");
    }
}
