package org.imipagent.tools.check;

import java.util.ArrayList;
import java.util.List;
import org.imipagent.tools.check.Finding.Outcome;

/** Where the checks write what they find. */
final class Findings {

    private final List<Finding> all;
    private final String check;

    Findings() {
        this(new ArrayList<>(), "");
    }

    private Findings(List<Finding> all, String check) {
        this.all = all;
        this.check = check;
    }

    /** The same list, for a check. */
    Findings of(String name) {
        return new Findings(all, name);
    }

    void ok(String found) {
        all.add(new Finding(Outcome.OK, check, found, ""));
    }

    void note(String found) {
        note(found, "");
    }

    void note(String found, String remedy) {
        all.add(new Finding(Outcome.NOTE, check, found, remedy));
    }

    void problem(String found, String remedy) {
        all.add(new Finding(Outcome.PROBLEM, check, found, remedy));
    }

    /** Whether this check has found no problem so far. */
    boolean isClean() {
        return all.stream().noneMatch(each -> each.isProblem() && each.check().equals(check));
    }

    List<Finding> list() {
        return List.copyOf(all);
    }
}
