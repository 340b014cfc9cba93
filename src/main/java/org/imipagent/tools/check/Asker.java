package org.imipagent.tools.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A user as whom programs are started, so that the kernel itself says what that user may: it knows
 * ACLs, mounts and every folder above.
 *
 * @param prefix the words before a program's own
 */
record Asker(String name, List<String> prefix) {

    Asker {
        prefix = List.copyOf(prefix);
    }

    /** The user of this process. */
    static Asker self(String name) {
        return new Asker(name, List.of());
    }

    /**
     * Another user, for root.
     *
     * @param more groups beside those that the user is in
     */
    static Asker as(Account account, List<Integer> more) {
        var groups = new ArrayList<>(account.groups());
        groups.addAll(more);
        return new Asker(
                account.name(),
                List.of(
                        "setpriv",
                        "--reuid=" + account.uid(),
                        "--regid=" + account.gid(),
                        groups.isEmpty()
                                ? "--clear-groups"
                                : "--groups="
                                        + groups.stream()
                                                .map(String::valueOf)
                                                .collect(Collectors.joining(",")),
                        "--"));
    }

    Program program(String... words) {
        var all = new ArrayList<>(prefix);
        all.addAll(List.of(words));
        return new Program(all);
    }
}
