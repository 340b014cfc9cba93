package org.imipagent.tools.check;

import java.util.List;

/**
 * A user of the machine.
 *
 * @param gid of the primary group
 * @param groups the further ones
 */
record Account(String name, int uid, int gid, List<Integer> groups) {

    Account {
        groups = List.copyOf(groups);
    }

    boolean isIn(int group) {
        return gid == group || groups.contains(group);
    }
}
