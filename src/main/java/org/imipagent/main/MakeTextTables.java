package org.imipagent.main;

import java.io.IOException;
import java.nio.file.Path;
import org.imipagent.messages.Messages;

/** For scripts/train: makes the tables of texts from which the JVM starts faster. */
public final class MakeTextTables {

    private MakeTextTables() {}

    /**
     * Makes them.
     *
     * @param arguments the jar beside which they are made
     */
    public static void main(String[] arguments) throws IOException {
        Messages.writeTables(Path.of(arguments[0]));
    }
}
