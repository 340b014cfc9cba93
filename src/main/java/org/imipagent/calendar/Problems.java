package org.imipagent.calendar;

import java.util.ArrayList;
import java.util.List;

/** Gathers problems, as many as the limit allows; the last place says that there were more. */
public final class Problems {

    private final int most;
    private final List<Problem> problems = new ArrayList<>();
    private int line;

    public Problems(Limits limits) {
        this.most = limits.problems();
    }

    /** What is added from now on is about this line; 0 for none. */
    public void at(int line) {
        this.line = line;
    }

    public void add(String name, String detail) {
        if (problems.size() < most - 1) {
            problems.add(new Problem(name, detail, line));
        } else if (problems.size() == most - 1) {
            problems.add(
                    new Problem(
                            "too-many-problems", "only the first " + (most - 1) + " are listed"));
        }
    }

    /** The same kind of problem is told once. */
    public void addOnce(String name, String detail) {
        if (problems.stream().noneMatch(p -> p.name().equals(name))) {
            add(name, detail);
        }
    }

    public List<Problem> list() {
        return List.copyOf(problems);
    }
}
