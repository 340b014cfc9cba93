package org.imipagent.recurrence;

/** The steps that may be taken for one answer: work is counted, so that it ends. */
public final class Steps {

    private final int most;
    private int left;

    public Steps(int most) {
        this.most = most;
        this.left = most;
    }

    /** Takes one; false when there is none left. */
    public boolean take() {
        if (left <= 0) {
            return false;
        }
        left--;
        return true;
    }

    /** Takes so many, or all that are left; false when they are not enough. */
    public boolean take(int number) {
        boolean enough = number <= left;
        left -= Math.min(number, left);
        return enough;
    }

    public int taken() {
        return most - left;
    }

    public boolean areUsedUp() {
        return left <= 0;
    }
}
