package org.imipagent.ical;

/** The steps that may be taken for one answer: work is counted, so that it ends. */
final class Steps {

    private final int most;
    private int left;

    Steps(int most) {
        this.most = most;
        this.left = most;
    }

    /** Takes one; false when there is none left. */
    boolean take() {
        if (left <= 0) {
            return false;
        }
        left--;
        return true;
    }

    /** Takes so many, or all that are left; false when they are not enough. */
    boolean take(int number) {
        boolean enough = number <= left;
        left -= Math.min(number, left);
        return enough;
    }

    int taken() {
        return most - left;
    }

    boolean areUsedUp() {
        return left <= 0;
    }
}
