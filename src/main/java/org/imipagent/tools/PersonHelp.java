package org.imipagent.tools;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What the help says of {@code person}. main itself does that command: mail servers start it once a
 * message, and must not wait for this library.
 */
@Command(
        name = "person",
        description = "Process incoming mail for people, read from standard input.")
final class PersonHelp implements Tool {

    @Option(
            names = "-o",
            arity = "1..*",
            paramLabel = "RECIPIENT",
            description = "The recipient. Default: those in the message header.")
    private List<String> recipients = List.of();

    @Option(
            names = "-l",
            paramLabel = "SOCKET",
            description = "Deliver the mail by LMTP: the path of a socket, or host:port.")
    private String lmtp = "";

    @Option(names = "-L", description = "Deliver the mail by local SMTP.")
    private boolean local;

    @Option(
            names = "-d",
            description = "Print what would be sent or delivered as an mbox; send nothing.")
    private boolean debug;

    @Override
    public void run(CommandContext context) throws NotDone {
        throw NotDone.usage(
                "put person first: imip-agent person"
                        + (debug ? " -d" : "")
                        + (local ? " -L" : "")
                        + (lmtp.isEmpty() ? "" : " -l " + lmtp)
                        + (recipients.isEmpty() ? "" : " -o " + String.join(" ", recipients))
                        + ", then --config, -S and -P.");
    }
}
