package org.imipagent.tools.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The users and groups of a machine: passwd(5) and group(5). Those of a mail system and of a web
 * server are there, whatever directory the people are in.
 */
record Accounts(List<String[]> passwd, List<String[]> group) {

    static Accounts of(Path root) {
        return new Accounts(
                rows(root.resolve("etc/passwd"), 4), rows(root.resolve("etc/group"), 4));
    }

    private static List<String[]> rows(Path file, int most) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
                    .map(line -> line.split(":", -1))
                    .filter(row -> row.length >= most && isNumber(row[2]))
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() < 10 && text.chars().allMatch(Character::isDigit);
    }

    @Nullable Account user(String name) {
        for (String[] row : passwd) {
            if (row[0].equals(name) && isNumber(row[3])) {
                return new Account(
                        name, Integer.parseInt(row[2]), Integer.parseInt(row[3]), groupsOf(name));
            }
        }
        return null;
    }

    private List<Integer> groupsOf(String user) {
        return group.stream()
                .filter(row -> List.of(row[3].split(",")).contains(user))
                .map(row -> Integer.parseInt(row[2]))
                .toList();
    }

    /** The number of a group. */
    @Nullable Integer groupNamed(String name) {
        for (String[] row : group) {
            if (row[0].equals(name)) {
                return Integer.parseInt(row[2]);
            }
        }
        return null;
    }

    /** The name of a user of the machine, or the number. */
    String nameOf(int uid) {
        for (String[] row : passwd) {
            if (row[2].equals(Integer.toString(uid))) {
                return row[0];
            }
        }
        return Integer.toString(uid);
    }
}
