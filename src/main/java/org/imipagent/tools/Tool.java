package org.imipagent.tools;

import java.io.IOException;

/** A command, its options read. */
@FunctionalInterface
interface Tool {

    /**
     * Does what the options say.
     *
     * @throws IOException when a file that the command was given cannot be read or written
     */
    void run(CommandContext context) throws NotDone, IOException;
}
