package org.imipagent.tools;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What the help says of {@code outgoing}. main itself does that command: mail servers start it once
 * a message, and must not wait for this library.
 */
@Command(
        name = "outgoing",
        description = "Process a copy of mail that people send, read from standard input.")
final class OutgoingHelp implements Tool {

    @Option(
            names = "-s",
            arity = "1..*",
            paramLabel = "SENDER",
            description = "The sender. Default: From in the message.")
    private List<String> senders = List.of();

    @Override
    public void run(CommandContext context) throws NotDone {
        throw NotDone.usage(
                "put outgoing first: imip-agent outgoing"
                        + (senders.isEmpty() ? "" : " -s " + String.join(" ", senders))
                        + ", then --config, -S and -P.");
    }
}
