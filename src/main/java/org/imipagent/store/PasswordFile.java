package org.imipagent.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file of passwords by the rules of ~/.pgpass: lines {@code host:port:database:user:password},
 * {@code *} for any, a backslash before a colon or backslash that is meant, {@code #} for comments;
 * the first line that fits counts. Nobody but its owner may read it.
 */
final class PasswordFile {

    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final int FIELDS = 5;

    private PasswordFile() {}

    /** The password for a server; null where there is no such file or line. */
    static @Nullable String password(PostgreSqlServer server, PostgreSqlTrouble trouble) {
        Path file = server.passwordFile();
        try {
            if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                throw trouble.passwordFile(
                        "the password file " + file + " can be read by others",
                        "run chmod 600 " + file);
            }
            return password(Files.readAllLines(file, StandardCharsets.UTF_8), server);
        } catch (NoSuchFileException none) {
            return null;
        } catch (IOException unreadable) {
            throw trouble.passwordFile(
                    "the password file cannot be read: " + unreadable,
                    "make it a text file of this user's own");
        }
    }

    private static @Nullable String password(List<String> lines, PostgreSqlServer server) {
        String host =
                server.host().equals(PostgreSqlServer.SOCKET_FOLDER) ? "localhost" : server.host();
        var wanted =
                List.of(host, Integer.toString(server.port()), server.database(), server.user());
        for (String line : lines) {
            List<String> fields = line.startsWith("#") ? List.of() : fields(line);
            if (fields.size() >= FIELDS && fits(fields, wanted)) {
                return fields.get(FIELDS - 1);
            }
        }
        return null;
    }

    private static boolean fits(List<String> fields, List<String> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            String field = fields.get(i);
            if (!field.equals("*") && !field.equals(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** A line may go on after the fifth: that is no part of the password, as with libpq. */
    private static List<String> fields(String line) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                field.append(line.charAt(++i));
            } else if (c == ':') {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
