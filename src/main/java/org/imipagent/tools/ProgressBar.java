package org.imipagent.tools;

/** Shows on a terminal how far a command is; elsewhere nothing. */
final class ProgressBar {

    private static final int WIDTH = 40;

    private final CommandContext context;
    private final String what;
    private String shown = "";

    /**
     * @param what is counted, such as users
     */
    ProgressBar(CommandContext context, String what) {
        this.context = context;
        this.what = what;
    }

    void show(int done, int all) {
        if (!context.isTerminal()) {
            return;
        }
        int full = all == 0 ? WIDTH : WIDTH * done / all;
        String bar =
                "["
                        + "#".repeat(full)
                        + " ".repeat(WIDTH - full)
                        + "] "
                        + done
                        + " of "
                        + all
                        + " "
                        + what;
        if (!bar.equals(shown)) {
            shown = bar;
            context.err().print("\r" + bar);
            context.err().flush();
        }
    }

    /** What follows begins on a new line. */
    void end() {
        if (!shown.isEmpty()) {
            context.err().println();
            context.err().flush();
        }
    }
}
