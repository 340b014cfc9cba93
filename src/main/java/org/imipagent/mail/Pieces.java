package org.imipagent.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A message on its way out: pieces of octets, one after the other. A mail of 30 MB that is handed
 * on with a line more is not copied for that.
 */
public record Pieces(List<Piece> pieces) {

    /** Octets from one place up to another of an array that nobody changes. */
    public record Piece(byte[] bytes, int from, int to) {}

    public Pieces {
        pieces = List.copyOf(pieces);
    }

    public static Pieces of(byte[] message) {
        return new Pieces(List.of(piece(message)));
    }

    static Piece piece(byte[] bytes) {
        return new Piece(bytes, 0, bytes.length);
    }

    static Piece piece(String text) {
        return piece(text.getBytes(StandardCharsets.UTF_8));
    }

    /** How many octets it has. */
    public long size() {
        long size = 0;
        for (Piece piece : pieces) {
            size += piece.to - piece.from;
        }
        return size;
    }

    public void writeTo(OutputStream out) throws IOException {
        for (Piece piece : pieces) {
            out.write(piece.bytes, piece.from, piece.to - piece.from);
        }
    }

    /** All of it in one array, as the outbox keeps it. */
    public byte[] bytes() {
        var all = new ByteArrayOutputStream(Math.toIntExact(size()));
        try {
            writeTo(all);
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
        return all.toByteArray();
    }
}
