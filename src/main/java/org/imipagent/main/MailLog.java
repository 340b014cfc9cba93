package org.imipagent.main;

import org.imipagent.agent.MailOutcome;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.mail.Mail;
import org.imipagent.settings.Settings;
import org.imipagent.store.StoreTrouble;
import org.jspecify.annotations.Nullable;

/**
 * The log lines of a mail, one for each recipient.
 *
 * @param begin {@link System#nanoTime} at the beginning of the program
 */
record MailLog(ProcessEnvironment around, Settings settings, long begin) {

    private static final long NANOS_PER_MILLI = 1_000_000;

    /**
     * Of mail that came.
     *
     * @param undelivered what the mailbox said that did not take it; null where it has it
     */
    void received(MailOutcome outcome, @Nullable String undelivered) {
        var line = line("person", outcome).with("recipient", outcome.person().email());
        write(line.with("delivered", undelivered == null ? "yes" : "no"), outcome, undelivered);
    }

    /** Of mail that a resource answers. */
    void booked(MailOutcome outcome) {
        var line = line("resource", outcome).with("recipient", outcome.person().email());
        write(line, outcome, null);
    }

    /** Of mail that a person sent. */
    void sent(MailOutcome outcome) {
        write(line("outgoing", outcome), outcome, null);
    }

    /** Of mail that could not be kept, and is to come again: for all of its recipients. */
    void waiting(String command, Mail mail, Arguments arguments, StoreTrouble trouble) {
        String sender = mail.from() == null ? "" : mail.from().email();
        var recipients = new StringBuilder();
        for (CalendarAddress recipient : arguments.recipients()) {
            recipients.append(recipients.isEmpty() ? "" : ",").append(recipient.email());
        }
        var line =
                line(command, mail.messageId(), sender)
                        .with("recipient", recipients.toString())
                        .with("delivered", "no")
                        .with("verdict", "try-again")
                        .with("ms", millis())
                        .with("reason", trouble.getMessage());
        Log.of(around, settings, "imip-agent").write(line);
    }

    private LogLine line(String command, MailOutcome outcome) {
        return line(command, outcome.messageId(), outcome.sender());
    }

    private LogLine line(String command, String messageId, String sender) {
        return LogLine.at(around.now())
                .with("command", command)
                .with("message-id", messageId)
                .with("sender", sender);
    }

    private long millis() {
        return (System.nanoTime() - begin) / NANOS_PER_MILLI;
    }

    private void write(LogLine line, MailOutcome outcome, @Nullable String reason) {
        line.with("method", outcome.method())
                .with("uid", outcome.uid())
                .with("events", outcome.events())
                .with("verdict", String.join(",", outcome.verdicts()))
                .with("ms", millis());
        if (reason != null) {
            line.with("reason", reason);
        }
        Log.of(around, settings, "imip-agent").write(line);
    }
}
