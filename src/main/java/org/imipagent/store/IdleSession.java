package org.imipagent.store;

import org.jspecify.annotations.Nullable;

/**
 * The connection that a transaction leaves to the next one of the same process: that saves opening
 * it again.
 */
final class IdleSession implements AutoCloseable {

    private @Nullable Session session;
    private boolean closed;

    synchronized @Nullable Session take() {
        Session taken = session;
        session = null;
        return taken;
    }

    /** Keeps a session that is in no transaction; one more than one is closed. */
    void keep(Session ended) {
        Session unwanted = exchange(ended);
        if (unwanted != null) {
            unwanted.close();
        }
    }

    private synchronized @Nullable Session exchange(Session ended) {
        if (closed) {
            return ended;
        }
        Session before = session;
        session = ended;
        return before;
    }

    @Override
    public void close() {
        Session last;
        synchronized (this) {
            closed = true;
            last = session;
            session = null;
        }
        if (last != null) {
            last.close();
        }
    }
}
