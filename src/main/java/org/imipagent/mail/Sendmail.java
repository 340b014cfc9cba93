package org.imipagent.mail;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.lang3.Validate;
import org.imipagent.mail.Delivery.Delivered;
import org.imipagent.mail.Delivery.Permanent;
import org.imipagent.mail.Delivery.Temporary;

/**
 * Gives mail to the sendmail command that every mail server brings: {@code COMMAND... -oi -f SENDER
 * -- RECIPIENT...}, the message on standard input.
 *
 * @param command the program and its first arguments; there is no shell
 */
public record Sendmail(List<String> command) implements Transport {

    public Sendmail {
        Validate.isTrue(!command.isEmpty(), "no command");
        command = List.copyOf(command);
    }

    @Override
    public List<Delivery> send(
            String sender, List<String> recipients, Pieces message, Timeouts timeouts) {
        var safe = recipients.stream().filter(Sendmail::canBeArgument).toList();
        boolean senderIsSafe = sender.isEmpty() || canBeArgument(sender);
        if (safe.isEmpty() || !senderIsSafe) {
            String text =
                    senderIsSafe ? "not an email address" : "the sender is not an email address";
            return recipients.stream().<Delivery>map(to -> new Permanent(to, text)).toList();
        }
        Ending ending = run(sender, safe, message, timeouts);
        return recipients.stream()
                .map(
                        to ->
                                safe.contains(to)
                                        ? ending.of(to)
                                        : new Permanent(to, "not an email address"))
                .toList();
    }

    /**
     * An argument of a program is written in the charset of the locale; under a mail server that is
     * often POSIX's, which would turn other letters into question marks.
     */
    private static boolean canBeArgument(String address) {
        if (!Address.isSafe(address)) {
            return false;
        }
        String connection = Address.connection(address);
        return Address.isAscii(connection) || argumentCharset().newEncoder().canEncode(connection);
    }

    private static Charset argumentCharset() {
        String name = System.getProperty("sun.jnu.encoding");
        return name == null ? StandardCharsets.US_ASCII : Charset.forName(name);
    }

    private List<String> arguments(String sender, List<String> recipients) {
        var arguments = new ArrayList<String>(command);
        arguments.addAll(
                List.of("-oi", "-f", sender.isEmpty() ? "<>" : Address.connection(sender), "--"));
        recipients.forEach(recipient -> arguments.add(Address.connection(recipient)));
        return arguments;
    }

    /** How the command ended: its exit status, and its first words on standard error. */
    private record Ending(int status, String words) {

        /** The statuses of sysexits.h that speak of the message or its address are final. */
        Delivery of(String recipient) {
            String text = words.isEmpty() ? "sendmail ended with status " + status : words;
            return switch (status) {
                case 0 -> new Delivered(recipient, words);
                case 65, 67, 68 -> new Permanent(recipient, text);
                default -> new Temporary(recipient, text);
            };
        }
    }

    private Ending run(String sender, List<String> recipients, Pieces message, Timeouts timeouts) {
        Process process;
        try {
            process = start(arguments(sender, recipients), message);
        } catch (FileSystemException noRoom) {
            return new Ending(-1, SmtpReply.brief("cannot write the message to a file: " + noRoom));
        } catch (IOException notThere) {
            return new Ending(-1, SmtpReply.brief("cannot run " + command.getFirst()));
        }
        var complaint = new Complaint(process.getErrorStream());
        Thread reader = Thread.ofPlatform().daemon().start(complaint);
        Thread.ofPlatform().daemon().start(() -> endIn(process, timeouts));
        return ended(process, reader, complaint);
    }

    /**
     * The command reads a file that holds the whole message. Through a pipe it would take the end
     * of a killed writer for the end of the message, and send half of it, or an empty one.
     */
    private static Process start(List<String> command, Pieces message) throws IOException {
        Path file = Files.createTempFile("imip-agent-", ".eml");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                message.writeTo(out);
            } catch (FileSystemException named) {
                throw named;
            } catch (IOException noRoom) {
                throw new FileSystemException(file.toString(), null, noRoom.getMessage());
            }
            return new ProcessBuilder(command)
                    .redirectInput(file.toFile())
                    .redirectOutput(Redirect.DISCARD)
                    .start();
        } finally {
            // The command holds it open by now.
            Files.delete(file);
        }
    }

    /** A command that hangs is ended: so every wait for it has an end. */
    private static void endIn(Process process, Timeouts timeouts) {
        try {
            if (!process.waitFor(timeouts.done().toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException nobodyInterrupts) {
            process.destroyForcibly();
        }
    }

    private static Ending ended(Process process, Thread reader, Complaint complaint) {
        try {
            int status = process.waitFor();
            // A child it left behind may hold standard error open.
            reader.join(1000);
            return new Ending(status, complaint.words());
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return new Ending(-1, "interrupted");
        }
    }

    /** Keeps the first line of what a command complains and reads the rest away. */
    private static final class Complaint implements Runnable {

        private static final int MOST = 1000;
        private final InputStream stderr;

        /** Its methods are synchronized: two threads meet here. */
        private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

        Complaint(InputStream stderr) {
            this.stderr = stderr;
        }

        @Override
        public void run() {
            try (stderr) {
                var octets = new byte[MOST];
                for (int count = stderr.read(octets); count >= 0; count = stderr.read(octets)) {
                    if (heard.size() < MOST) {
                        heard.write(octets, 0, count);
                    }
                }
            } catch (IOException closed) {
                // What was heard is heard.
            }
        }

        String words() {
            return SmtpReply.brief(
                    heard.toString(StandardCharsets.UTF_8).strip().lines().findFirst().orElse(""));
        }
    }
}
