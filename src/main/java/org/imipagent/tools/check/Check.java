package org.imipagent.tools.check;

import org.imipagent.agent.Installation;
import org.jspecify.annotations.Nullable;

/**
 * Something that {@code check} asks.
 *
 * @param name the second column of its lines
 * @param asks what it finds out, for the administrator's guide
 */
record Check(String name, String asks, Question question) {

    /** Asks, and writes what it finds. */
    @FunctionalInterface
    interface Question {
        void ask(CheckContext context, @Nullable Installation site, Findings findings);
    }

    /** Of the machine, whatever the settings are. */
    @FunctionalInterface
    interface OfMachine {
        void ask(CheckContext context, Findings findings);
    }

    /** Of what the settings name; not asked where they do not hold. */
    @FunctionalInterface
    interface OfSite {
        void ask(CheckContext context, Installation site, Findings findings);
    }

    static Check machine(String name, String asks, OfMachine question) {
        return new Check(name, asks, (context, _, findings) -> question.ask(context, findings));
    }

    static Check site(String name, String asks, OfSite question) {
        return new Check(
                name,
                asks,
                (context, site, findings) -> {
                    if (site != null) {
                        question.ask(context, site, findings);
                    }
                });
    }
}
