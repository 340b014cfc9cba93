package org.imipagent.publish;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.PercentEncoding;
import org.jspecify.annotations.Nullable;

/**
 * The folder of published free/busy (PUBLISH_DIR). Each user has {@code <percent-encoded
 * URI>/freebusy} in it, and links to it: by the plain URI, which is the name the web server looks
 * for after it has decoded the address of a request, and by the names that mail programs ask for,
 * {@code user@domain}, {@code user@domain.ifb} and {@code user@domain.vfb}.
 *
 * <p>A calendar feed lies under its secret name: {@code feeds/TOKEN.ics}. That a user has, or had,
 * one is marked in their own folder before it is written, and after it was taken away: whatever is
 * killed half-way, no feed stays that its owner has given up.
 *
 * <p>The mail system's user and the web server's both write here, whatever their umask; and
 * everybody may read, since it is there to be published.
 *
 * @param fileMode of files, such as 0660
 * @param folderMode of folders, such as 02770
 */
public record Published(Path folder, int fileMode, int folderMode) {

    private static final int EVERYBODY_READS = 0004;
    private static final int EVERYBODY_ENTERS = 0005;
    private static final int EVERYBODY_PASSES = 0001;

    private static final String FILE = "freebusy";
    private static final String LOCK = ".lock";
    private static final String FEEDS = "feeds";
    private static final String FEED_ENDING = ".ics";
    private static final String FEED_MARK = ".feed-";
    private static final List<String> ENDINGS = List.of("", ".ifb", ".vfb");

    /**
     * Writes a user's free/busy. One writer at a time asks for the text, so that the newest text is
     * the one that stays.
     *
     * @throws IOException naming the file that cannot be written
     */
    public void write(CalendarAddress user, Supplier<String> text) throws IOException {
        Path directory = folder.resolve(encoded(user.uri()));
        makeFolder(folder, EVERYBODY_ENTERS);
        makeFolder(directory, EVERYBODY_ENTERS);
        try (FileChannel lock = lockFile(directory.resolve(LOCK));
                var _ = lock.lock()) {
            replace(directory.resolve(FILE), text.get());
        }
        for (Link link : links(user)) {
            make(link);
        }
    }

    /**
     * A calendar feed.
     *
     * @param token the secret name: hexadecimal digits
     */
    public record Feed(String token, String text) {
        private static final int LONGEST = 64;

        public Feed {
            if (token.isEmpty()
                    || token.length() > LONGEST
                    || !token.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x7f)) {
                throw new IllegalArgumentException("no secret name of a feed");
            }
        }
    }

    /** Where a feed lies below the folder, and below its address on the web. */
    public static String feedPath(String token) {
        return FEEDS + "/" + token + FEED_ENDING;
    }

    /**
     * Writes a user's calendar feed, and takes away those that they had under other names. One
     * writer at a time asks for it.
     *
     * @param feed null where they are to have none
     * @throws IOException naming the file that cannot be written
     */
    public void writeFeed(CalendarAddress user, Supplier<@Nullable Feed> feed) throws IOException {
        Path directory = folder.resolve(encoded(user.uri()));
        makeFolder(folder, EVERYBODY_ENTERS);
        makeFolder(directory, EVERYBODY_ENTERS);
        makeFolder(folder.resolve(FEEDS), EVERYBODY_PASSES);
        try (FileChannel lock = lockFile(directory.resolve(LOCK));
                var _ = lock.lock()) {
            Feed wanted = feed.get();
            if (wanted != null) {
                mark(directory.resolve(FEED_MARK + wanted.token()));
                replace(folder.resolve(feedPath(wanted.token())), wanted.text());
            }
            for (String token : feeds(directory)) {
                if (wanted == null || !wanted.token().equals(token)) {
                    Files.deleteIfExists(folder.resolve(feedPath(token)));
                    Files.deleteIfExists(directory.resolve(FEED_MARK + token));
                }
            }
        }
    }

    /** Whether a feed of the user lies here, or may, since one was begun. */
    public boolean hasFeed(CalendarAddress user) throws IOException {
        Path directory = folder.resolve(encoded(user.uri()));
        return Files.isDirectory(directory) && !feeds(directory).isEmpty();
    }

    /** How many bytes of feeds of the user lie here. */
    public long feedSize(CalendarAddress user) throws IOException {
        Path directory = folder.resolve(encoded(user.uri()));
        long size = 0;
        for (String token : Files.isDirectory(directory) ? feeds(directory) : List.<String>of()) {
            Path file = folder.resolve(feedPath(token));
            size += Files.exists(file) ? Files.size(file) : 0;
        }
        return size;
    }

    private static List<String> feeds(Path directory) throws IOException {
        var tokens = new ArrayList<String>();
        try (var marks = Files.newDirectoryStream(directory, FEED_MARK + "*")) {
            for (Path mark : marks) {
                tokens.add(mark.getFileName().toString().substring(FEED_MARK.length()));
            }
        }
        return tokens;
    }

    private void mark(Path file) throws IOException {
        try {
            Files.createFile(file);
            Files.setAttribute(file, "unix:mode", fileMode);
        } catch (FileAlreadyExistsException isThere) {
            // It is the same each time.
        }
    }

    /**
     * Takes a user's free/busy away, and with it all that tells that there was a user of this name;
     * does nothing where there is none. The folder of a user with a feed stays.
     */
    public void remove(CalendarAddress user) throws IOException {
        Path directory = folder.resolve(encoded(user.uri()));
        for (Link link : links(user)) {
            if (leads(link)) {
                Files.deleteIfExists(folder.resolve(link.name));
            }
        }
        if (!Files.isDirectory(directory)) {
            return;
        }
        Path lockFile = directory.resolve(LOCK);
        try (FileChannel lock = lockFile(lockFile);
                var _ = lock.lock()) {
            Files.deleteIfExists(directory.resolve(FILE));
            if (feeds(directory).isEmpty()) {
                removeFolder(directory);
            }
        } catch (NoSuchFileException byAnother) {
            // Another process was quicker.
        }
    }

    /** The folder with its lock, and what a killed process left of a file. */
    private static void removeFolder(Path directory) throws IOException {
        try (var files = Files.newDirectoryStream(directory, "." + FILE + ".*")) {
            for (Path half : files) {
                Files.deleteIfExists(half);
            }
        }
        Files.deleteIfExists(directory.resolve(LOCK));
        try {
            Files.deleteIfExists(directory);
        } catch (DirectoryNotEmptyException inUse) {
            // Another process has begun to write here: what it writes is newer.
        }
    }

    private void makeFolder(Path path, int everybody) throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        Path above = path.getParent();
        if (above != null && !Files.exists(above)) {
            Files.createDirectories(above);
        }
        try {
            Files.createDirectory(path);
            Files.setAttribute(path, "unix:mode", folderMode | everybody);
        } catch (FileAlreadyExistsException byAnother) {
            // Another process was quicker, and gives it its mode.
        }
    }

    private FileChannel lockFile(Path file) throws IOException {
        try {
            var made =
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.setAttribute(file, "unix:mode", fileMode);
            return made;
        } catch (FileAlreadyExistsException isThere) {
            return FileChannel.open(file, StandardOpenOption.WRITE);
        }
    }

    private void replace(Path file, String text) throws IOException {
        Path half =
                file.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid());
        try (FileChannel channel =
                FileChannel.open(
                        half,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.setAttribute(half, "unix:mode", fileMode | EVERYBODY_READS);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** A further name in the folder, and where it leads, from the folder. */
    private record Link(String name, Path target) {}

    private static List<Link> links(CalendarAddress user) {
        Path own = Path.of(encoded(user.uri()));
        var links = new ArrayList<Link>();
        links.add(new Link(user.uri(), own));
        if (user.isMail()) {
            for (String ending : ENDINGS) {
                links.add(new Link(user.email() + ending, own.resolve(FILE)));
            }
        }
        links.removeIf(link -> !mayBeName(link.name) || link.name.equals(own.toString()));
        return links;
    }

    /**
     * Whether a stranger's text may be the name of a file here: none that leads elsewhere, is
     * hidden, or could be taken for an encoded name. None is longer than the encoded one.
     */
    private static boolean mayBeName(String name) {
        return !name.startsWith(".")
                && name.chars().allMatch(c -> c > ' ' && c != 0x7f && c != '/' && c != '%');
    }

    /** What has the name already stays: it is this link, or somebody else's of the same name. */
    private void make(Link link) throws IOException {
        if (Files.exists(folder.resolve(link.name), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.createSymbolicLink(folder.resolve(link.name), link.target);
        } catch (FileAlreadyExistsException byAnother) {
            // Another process was quicker.
        }
    }

    private boolean leads(Link link) throws IOException {
        Path path = folder.resolve(link.name);
        return Files.isSymbolicLink(path) && Files.readSymbolicLink(path).equals(link.target);
    }

    /**
     * A URI as the name of a folder: all but letters, digits and {@code - . _ ~} in percent codes.
     */
    public static String encoded(String uri) {
        return PercentEncoding.encode(uri);
    }
}
