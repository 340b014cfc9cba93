package org.imipagent.tools;

import java.time.Instant;
import java.util.List;
import org.imipagent.calendar.Zone;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code imip-agent}: what every command takes, before its name or after it. */
@Command(
        name = "imip-agent",
        description = "A calendar agent for the mail system.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        scope = ScopeType.INHERIT)
final class Commands {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description =
                    "The settings file. Default: the value of IMIP_AGENT_CONFIG, or"
                            + " /etc/imip-agent/config.txt.")
    private @Nullable String config;

    @Option(
            names = "-S",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The folder of the store, instead of STORE_DIR.")
    private @Nullable String store;

    @Option(
            names = "-P",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The folder of published free/busy, instead of PUBLISH_DIR.")
    private @Nullable String publish;

    /** The model's folders of preferences and of the journal; here both live in the store. */
    @Option(
            names = {"-p", "-j"},
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            hidden = true)
    private List<String> unusedFolders = List.of();

    /** The clock, for tests. */
    @Option(names = "--now", paramLabel = "T", scope = ScopeType.INHERIT, hidden = true)
    private @Nullable When now;

    CommandContext at(CommandContext context) {
        Instant instant = now == null ? context.now() : now.instant(Zone.UTC);
        String file = config == null ? context.places().config() : config;
        return context.with(instant, new CommonOptions(file, store, publish));
    }
}
