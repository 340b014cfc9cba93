package org.imipagent.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.jspecify.annotations.Nullable;

/**
 * The photos of resources: files of the folder RESOURCE_PHOTOS, which the preference {@code photo}
 * names. A name is no path, a link is not followed, and what is no picture is not given away.
 */
public record ResourcePhotos(Path folder) {

    /** No photo has more octets. */
    public static final int MOST = 1 << 20;

    public static ResourcePhotos of(Settings settings) {
        return new ResourcePhotos(settings.value(SiteSettings.RESOURCE_PHOTOS));
    }

    /** A photo with its type, as its octets tell it. */
    @SuppressWarnings("ArrayRecordComponent") // made, written out and forgotten
    public record Photo(String type, byte[] octets) {}

    /** When the file of that name was written; "" where there is none that could be shown. */
    public String version(String name) {
        try {
            var file =
                    Files.readAttributes(
                            path(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return file.isRegularFile() && file.size() <= MOST
                    ? Long.toString(file.lastModifiedTime().toMillis(), Character.MAX_RADIX)
                    : "";
        } catch (IOException notThere) {
            return "";
        }
    }

    /** The photo of that name; null where there is none that can be shown. */
    public @Nullable Photo read(String name) {
        try {
            return readable(name);
        } catch (IOException notReadable) {
            return null;
        }
    }

    /** Why the file of that name is not shown, and what mends it; null where it is. */
    public @Nullable String problem(String name) {
        Path path = path(name);
        try {
            if (Files.isSymbolicLink(path)) {
                return path + " is a link, which is not followed: copy the file there";
            }
            if (Files.isRegularFile(path) && Files.size(path) > MOST) {
                return path + " is larger than 1 MiB: make it smaller, about 960 pixels wide";
            }
            return readable(name) == null ? path + " is no PNG, JPEG or WebP picture" : null;
        } catch (NoSuchFileException missing) {
            return path + " is missing: copy the file there";
        } catch (IOException notReadable) {
            return path + " cannot be read: chmod 644 " + path;
        }
    }

    private @Nullable Photo readable(String name) throws IOException {
        Path path = path(name);
        if (!Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .isRegularFile()) {
            return null;
        }
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            byte[] octets = in.readNBytes(MOST + 1);
            String type = type(octets);
            return octets.length > MOST || type.isEmpty() ? null : new Photo(type, octets);
        }
    }

    /** By the first octets: an ending can say anything. */
    private static String type(byte[] octets) {
        if (is(octets, 0, "\u0089PNG\r\n\u001a\n")) {
            return "image/png";
        }
        if (is(octets, 0, "\u00ff\u00d8\u00ff")) {
            return "image/jpeg";
        }
        return is(octets, 0, "RIFF") && is(octets, 8, "WEBP") ? "image/webp" : "";
    }

    private static boolean is(byte[] octets, int from, String first) {
        for (int i = 0; i < first.length(); i++) {
            if (from + i >= octets.length || (octets[from + i] & 0xff) != first.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * @throws IllegalArgumentException for what is no name of a picture
     */
    private Path path(String name) {
        if (PersonalPreferences.problem(PersonalPreferences.PHOTO.name(), name) != null) {
            throw new IllegalArgumentException("no name of a picture: " + name);
        }
        return folder.resolve(name);
    }
}
