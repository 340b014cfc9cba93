package org.imipagent.tools.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a user may do with files, as the kernel answers that user.
 *
 * @param of the letters e (is there), r, w, x for each path
 */
record Access(Asker asker, Map<Path, String> of) {

    private static final String SCRIPT =
            "for f do m=-; [ ! -e \"$f\" ] || m=e; [ ! -r \"$f\" ] || m=${m}r;"
                    + " [ ! -w \"$f\" ] || m=${m}w; [ ! -x \"$f\" ] || m=${m}x; echo $m; done";

    Access {
        of = Map.copyOf(of);
    }

    static Access of(Asker asker, List<Path> paths) {
        var words = new ArrayList<>(List.of("sh", "-c", SCRIPT, "sh"));
        paths.forEach(path -> words.add(path.toString()));
        List<String> lines =
                asker.program(words.toArray(String[]::new)).run().out().lines().toList();
        var of = new HashMap<Path, String>();
        for (int i = 0; i < paths.size(); i++) {
            of.put(paths.get(i), i < lines.size() ? lines.get(i) : "");
        }
        return new Access(asker, of);
    }

    /** A path with all folders above it, the root first. */
    static List<Path> withFolders(Path path) {
        var all = new ArrayList<Path>();
        for (Path at = path.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            all.addFirst(at);
        }
        return all;
    }

    boolean exists(Path path) {
        return has(path, "e");
    }

    boolean reads(Path path) {
        return has(path, "r");
    }

    boolean writes(Path path) {
        return has(path, "w");
    }

    boolean enters(Path path) {
        return has(path, "x");
    }

    private boolean has(Path path, String letter) {
        return of.getOrDefault(path, "").contains(letter);
    }
}
