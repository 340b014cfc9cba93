package org.imipagent.tools.check;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.agent.Installation;
import org.imipagent.settings.SiteSettings;
import org.imipagent.settings.StoreType;
import org.imipagent.store.SqliteStore;

/** Whether both users can write in a folder of ours, and what is in it. */
record FolderCheck(CheckContext context, Path folder, String setting, Findings findings) {

    private static final int SET_GROUP_ID = 02000;

    /** So many of the folders within are looked at. */
    private static final int MOST = 200;

    static void store(CheckContext context, Installation site, Findings findings) {
        if (site.settings().value(SiteSettings.STORE_TYPE) != StoreType.SQLITE) {
            return;
        }
        Path named = Path.of(site.settings().value(SiteSettings.STORE_DIR)).toAbsolutePath();
        boolean isFile = named.toString().endsWith(".sqlite");
        Path file = isFile ? named : named.resolve(SqliteStore.FILE);
        Path folder = isFile ? named.resolveSibling("") : named;
        List<Path> within = new ArrayList<>();
        for (String end : List.of("", "-wal", "-shm")) {
            within.add(file.resolveSibling(file.getFileName() + end));
        }
        within.removeIf(path -> !Files.exists(path, LinkOption.NOFOLLOW_LINKS));
        new FolderCheck(context, folder.normalize(), "STORE_DIR", findings).ask(within);
    }

    static void published(CheckContext context, Installation site, Findings findings) {
        Path folder = site.settings().value(SiteSettings.PUBLISH_DIR).toAbsolutePath().normalize();
        new FolderCheck(context, folder, "PUBLISH_DIR", findings).ask(folders(folder));
    }

    private static List<Path> folders(Path folder) {
        var folders = new ArrayList<Path>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (folders.size() < MOST && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    folders.add(entry);
                }
            }
        } catch (IOException none) {
            return List.of();
        }
        return folders;
    }

    /**
     * @param within what else both must be able to write
     */
    private void ask(List<Path> within) {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder)) {
            findings.problem(folder + " is not a folder", "move it away, or change " + setting);
            return;
        }
        for (Asker asker : context.askers().all()) {
            if (!isWritable(asker, within)) {
                return;
            }
        }
        if (Files.isDirectory(folder)) {
            handsGroupOn();
        }
    }

    private boolean isWritable(Asker asker, List<Path> within) {
        var paths = new ArrayList<>(Access.withFolders(folder));
        paths.addAll(within);
        Access access = Access.of(asker, paths);
        String closed = SettingsCheck.closedFolder(access, folder);
        if (!closed.isEmpty()) {
            findings.problem(
                    asker.name() + " cannot reach " + folder + " through " + closed,
                    "chmod a+x " + closed);
            return false;
        }
        if (!access.exists(folder)) {
            return mayBeMade(asker, access);
        }
        if (!access.writes(folder) || !access.enters(folder)) {
            findings.problem(asker.name() + " cannot write " + folder, give());
            return false;
        }
        for (Path each : within) {
            if (!access.reads(each) || !access.writes(each)) {
                findings.problem(asker.name() + " cannot write " + each, give());
                return false;
            }
        }
        return true;
    }

    private String give() {
        return "chgrp -R imip-agent "
                + folder
                + " && chmod -R g+rwX "
                + folder
                + " && chmod g+s "
                + folder;
    }

    /** Whoever comes first makes it. */
    private boolean mayBeMade(Asker asker, Access access) {
        Path above = folder.getParent();
        while (above != null && !access.exists(above)) {
            above = above.getParent();
        }
        if (above != null && access.writes(above)) {
            findings.ok(folder + " will be created");
            return false;
        }
        findings.problem(
                folder + " is missing, and " + asker.name() + " cannot create it",
                "install -d -o imip-agent -g imip-agent -m 2770 " + folder);
        return false;
    }

    /** A file that one user makes there must be the other's too. */
    private void handsGroupOn() {
        List<Asker> askers = context.askers().all();
        try {
            int mode = (Integer) Files.getAttribute(folder, "unix:mode");
            if (askers.size() > 1 && (mode & SET_GROUP_ID) == 0 && isGroupOurs()) {
                findings.problem(
                        folder + " does not give its group to new files", "chmod g+s " + folder);
                return;
            }
        } catch (IOException | RuntimeException unknown) {
            findings.note(folder + ": its mode is not known");
        }
        findings.ok(
                folder
                        + " is writable for "
                        + String.join(" and ", askers.stream().map(Asker::name).toList()));
    }

    private boolean isGroupOurs() throws IOException {
        Integer group = context.askers().accounts().groupNamed(Askers.MAIL);
        return group != null && group.equals(Files.getAttribute(folder, "unix:gid"));
    }
}
