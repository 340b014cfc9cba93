package org.imipagent.main;

/** Exit statuses (sysexits), which mail servers understand. */
final class ExitStatus {

    static final int DONE = 0;
    static final int WRONG_USAGE = 64;
    static final int REFUSED_INPUT = 65;
    static final int TRY_AGAIN = 75;
    static final int WRONG_SETTINGS = 78;

    private ExitStatus() {}
}
