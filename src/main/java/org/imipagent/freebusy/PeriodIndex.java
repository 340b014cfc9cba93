package org.imipagent.freebusy;

import java.time.Instant;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Finds among periods that are sorted by their start, and may overlap as they like, those that meet
 * a window. Those that start before the window's end are the first so many; of any range of them a
 * table tells the one that ends last, so that no range is gone into where all end too early.
 */
final class PeriodIndex {

    private final List<Claim> sorted;

    /** Of the 2^k periods from i on, {@code last[k][i]} ends last. */
    private final int[][] last;

    PeriodIndex(List<Claim> sorted) {
        this.sorted = sorted;
        int n = sorted.size();
        this.last = new int[n == 0 ? 0 : log(n) + 1][];
        for (int k = 0; k < last.length; k++) {
            last[k] = new int[n - (1 << k) + 1];
            for (int i = 0; i < last[k].length; i++) {
                last[k][i] = k == 0 ? i : later(last[k - 1][i], last[k - 1][i + (1 << (k - 1))]);
            }
        }
    }

    /**
     * Tells the places of those that meet [from, to), in order.
     *
     * @return how many periods were looked at
     */
    int search(Instant from, Instant to, IntConsumer found) {
        int[] looks = {0};
        int end = from.isBefore(to) ? startingBefore(to, looks) : 0;
        var open = new Ranges();
        open.push(0, end);
        while (!open.isEmpty()) {
            int high = open.pop();
            int low = open.pop();
            if (low == high) {
                continue;
            }
            if (low < 0) {
                found.accept(high);
                continue;
            }
            int latest = lastOf(low, high);
            looks[0]++;
            if (sorted.get(latest).end().isAfter(from)) {
                open.push(latest + 1, high);
                open.push(-1, latest);
                open.push(low, latest);
            }
        }
        return looks[0];
    }

    /** Ranges to be gone into; a low end of -1 stands before a place that is found. */
    private static final class Ranges {
        private int[] ends = new int[64];
        private int size;

        void push(int low, int high) {
            if (size + 2 > ends.length) {
                ends = java.util.Arrays.copyOf(ends, 2 * ends.length);
            }
            ends[size++] = low;
            ends[size++] = high;
        }

        int pop() {
            return ends[--size];
        }

        boolean isEmpty() {
            return size == 0;
        }
    }

    private int startingBefore(Instant to, int[] looks) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            looks[0]++;
            if (sorted.get(middle).start().isBefore(to)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The one that ends last of [low, high), which is not empty. */
    private int lastOf(int low, int high) {
        int k = log(high - low);
        return later(last[k][low], last[k][high - (1 << k)]);
    }

    private int later(int one, int other) {
        return sorted.get(other).end().isAfter(sorted.get(one).end()) ? other : one;
    }

    private static int log(int n) {
        return 31 - Integer.numberOfLeadingZeros(n);
    }
}
