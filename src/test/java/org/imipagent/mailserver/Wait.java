package org.imipagent.mailserver;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** For what a server does when it gets to it. */
public final class Wait {

    private static final long BETWEEN_NANOS = Duration.ofMillis(50).toNanos();

    private Wait() {}

    /** Something to be looked at again and again. */
    public interface Look {
        boolean holds() throws Exception;
    }

    /** Returns as soon as it holds; fails with the reason when it does not in that time. */
    public static void until(Duration longest, Look loader, Supplier<String> why) throws Exception {
        long begin = System.nanoTime();
        while (!loader.holds()) {
            if (System.nanoTime() - begin > longest.toNanos()) {
                throw new AssertionError("not within " + longest + ": " + why.get());
            }
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
    }
}
