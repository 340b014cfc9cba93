package org.imipagent.settings;

import java.time.Duration;

/** How long email that a person sends from the page waits, so that it can be withdrawn. */
public enum SendDelay implements Word {
    NONE("none", 0),
    TEN_SECONDS("10s", 10),
    HALF_A_MINUTE("30s", 30),
    A_MINUTE("60s", 60);

    private final String word;
    private final int seconds;

    SendDelay(String word, int seconds) {
        this.word = word;
        this.seconds = seconds;
    }

    @Override
    public String word() {
        return word;
    }

    public Duration duration() {
        return Duration.ofSeconds(seconds);
    }
}
