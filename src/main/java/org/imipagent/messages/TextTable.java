package org.imipagent.messages;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a language in a file beside the jar, in which each is found by the hash of its key.
 * It is made when the program is laid out. To read the catalogue itself, the JVM opens the jar and
 * reads a thousand lines, of which a page says a hundred: a quarter of the start of a page
 * (decision 0029).
 *
 * <p>The file, all numbers big-endian: {@link #MAGIC}; octets and second of the jar that it was
 * made of; the number of slots, a power of two; the octets of all; for each slot where its entry
 * stands, 0 for none; the entries: key and text, each after its length in two octets. The next slot
 * is looked into where one has another key. A table of another jar is none: then the catalogue in
 * the jar is read.
 */
final class TextTable {

    private static final int MAGIC = 0x494d5031;
    private static final int HEAD = 28;
    private static final int SLOT = 4;
    private static final int LENGTH = 2;

    private final byte[] octets;
    private final int slots;

    private TextTable(byte[] octets, int slots) {
        this.octets = octets;
        this.slots = slots;
    }

    /** The table of a language beside the jar that runs; null where there is none. */
    static @Nullable TextTable of(String language) {
        String jar = System.getProperty("java.class.path");
        return jar == null || !jar.endsWith(".jar") || jar.indexOf(File.pathSeparatorChar) >= 0
                ? null
                : of(new File(jar), language);
    }

    static @Nullable TextTable of(File jar, String language) {
        File file = file(jar, language);
        if (!file.canRead()) {
            return null;
        }
        byte[] octets;
        try (var in = new FileInputStream(file)) {
            octets = in.readAllBytes();
        } catch (IOException unreadable) {
            return null;
        }
        if (octets.length < HEAD
                || number(octets, 0) != MAGIC
                || number(octets, 24) != octets.length) {
            return null;
        }
        boolean isOfJar = longer(octets, 4) == jar.length() && longer(octets, 12) == second(jar);
        return isOfJar ? new TextTable(octets, number(octets, 20)) : null;
    }

    /** By whole seconds: packages keep no others. */
    private static long second(File jar) {
        return jar.lastModified() / 1000;
    }

    private static File file(File jar, String language) {
        return new File(jar.getParentFile(), "texts." + language);
    }

    /** The text of a key; null for none. */
    @Nullable String get(String key) {
        int slot = slot(key, slots);
        for (int at = number(octets, HEAD + SLOT * slot);
                at != 0;
                at = number(octets, HEAD + SLOT * slot)) {
            int length = length(at);
            if (isKey(key, at + LENGTH, length)) {
                int text = at + LENGTH + length;
                return new String(octets, text + LENGTH, length(text), StandardCharsets.UTF_8);
            }
            slot = (slot + 1) & (slots - 1);
        }
        return null;
    }

    private boolean isKey(String key, int from, int length) {
        if (length != key.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (octets[from + i] != key.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int slot(String key, int slots) {
        int hash = key.hashCode();
        return (hash ^ (hash >>> 15)) & (slots - 1);
    }

    private int length(int at) {
        return ((octets[at] & 0xff) << 8) | (octets[at + 1] & 0xff);
    }

    private static int number(byte[] octets, int at) {
        return (octets[at] << 24)
                | ((octets[at + 1] & 0xff) << 16)
                | ((octets[at + 2] & 0xff) << 8)
                | (octets[at + 3] & 0xff);
    }

    private static long longer(byte[] octets, int at) {
        return ((long) number(octets, at) << 32) | (number(octets, at + 4) & 0xffffffffL);
    }

    /** Makes the table of a language beside a jar, whole or not at all. */
    static void write(File jar, String language, Map<String, String> texts) throws IOException {
        int slots = Integer.highestOneBit(texts.size()) * 4;
        var places = new int[slots];
        var entries = new ByteArrayOutputStream();
        var out = new DataOutputStream(entries);
        for (Map.Entry<String, String> each : texts.entrySet()) {
            int slot = slot(each.getKey(), slots);
            while (places[slot] != 0) {
                slot = (slot + 1) & (slots - 1);
            }
            places[slot] = HEAD + SLOT * slots + entries.size();
            write(out, each.getKey());
            write(out, each.getValue());
        }
        var whole = new ByteArrayOutputStream();
        var head = new DataOutputStream(whole);
        head.writeInt(MAGIC);
        head.writeLong(jar.length());
        head.writeLong(second(jar));
        head.writeInt(slots);
        head.writeInt(HEAD + SLOT * slots + entries.size());
        for (int place : places) {
            head.writeInt(place);
        }
        entries.writeTo(whole);
        Path file = file(jar, language).toPath();
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, whole.toByteArray());
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        out.writeShort(octets.length);
        out.write(octets);
    }
}
