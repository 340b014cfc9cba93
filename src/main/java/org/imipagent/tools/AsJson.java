package org.imipagent.tools;

import picocli.CommandLine.Option;

/** The option of commands that list. */
final class AsJson {

    @Option(names = "--json", description = "Print a JSON array of objects.")
    private boolean json;

    Listing listing(CommandContext context, String... names) {
        return new Listing(context, json, "\t", names);
    }

    /** A listing for programs of the shell, whose cells hold no blanks. */
    Listing wordsOf(CommandContext context, String... names) {
        return new Listing(context, json, " ", names);
    }

    boolean isWanted() {
        return json;
    }
}
