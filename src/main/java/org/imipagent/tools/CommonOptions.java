package org.imipagent.tools;

import org.jspecify.annotations.Nullable;

/**
 * What the options of every command say.
 *
 * @param config of {@code --config}: the settings file
 * @param store of {@code -S}
 * @param publish of {@code -P}
 */
public record CommonOptions(
        @Nullable String config, @Nullable String store, @Nullable String publish) {

    /** The settings file of a server. */
    public static final String DEFAULT_CONFIG = "/etc/imip-agent/config.txt";
}
