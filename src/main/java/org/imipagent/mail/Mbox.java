package org.imipagent.mail;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * An mbox stream in the form mboxrd: every line that begins with "From " after any number of ">"
 * gets one more ">", so that a reader takes one away and has the message octet for octet. Line ends
 * stay as they are; one is added to a message that ends without.
 */
public final class Mbox {

    private Mbox() {}

    /**
     * Adds a message.
     *
     * @param out buffered: octets come singly
     * @param sender of the envelope; "" for the null sender
     */
    public static void write(OutputStream out, String sender, Instant date, Pieces message)
            throws IOException {
        String from = Address.isSafe(sender) ? sender : "MAILER-DAEMON";
        String line = "From " + from + ' ' + MailDate.mbox(date) + '\n';
        out.write(line.getBytes(StandardCharsets.UTF_8));
        var quoted = new Quoted(out);
        message.writeTo(quoted);
        quoted.end();
    }

    /** Holds back the start of a line until it is clear whether it needs one more ">". */
    private static final class Quoted extends OutputStream {

        private static final String FROM = "From ";
        private final OutputStream out;
        private boolean atStart = true;
        private int quotes;
        private int matched;

        Quoted(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (int i = from; i < from + length; i++) {
                write(bytes[i]);
            }
        }

        @Override
        public void write(int octet) throws IOException {
            if (atStart && octet == '>' && matched == 0) {
                quotes++;
                return;
            }
            if (atStart && octet == FROM.charAt(matched)) {
                if (++matched == FROM.length()) {
                    quotes++;
                    release();
                }
                return;
            }
            release();
            out.write(octet);
            atStart = octet == '\n';
        }

        private void release() throws IOException {
            for (; quotes > 0; quotes--) {
                out.write('>');
            }
            for (int i = 0; i < matched; i++) {
                out.write(FROM.charAt(i));
            }
            matched = 0;
            atStart = false;
        }

        /** The line end the last line lacks, and the empty line between messages. */
        void end() throws IOException {
            boolean ended = atStart && quotes == 0 && matched == 0;
            release();
            out.write(ended ? "\n".getBytes(StandardCharsets.US_ASCII) : new byte[] {'\n', '\n'});
        }
    }
}
