package org.imipagent.main;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.imipagent.agent.Installation;
import org.imipagent.settings.Setting.Always;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SettingsProblem;
import org.imipagent.settings.SettingsReader;
import org.imipagent.settings.SettingsReading;
import org.imipagent.settings.SiteSettings;
import org.imipagent.settings.StoreType;
import org.imipagent.store.PostgreSqlServer;
import org.imipagent.store.PostgreSqlStore;
import org.imipagent.store.SqliteStore;
import org.imipagent.store.Store;
import org.imipagent.tools.CommonOptions;
import org.jspecify.annotations.Nullable;

/** From the settings file to an installation. */
final class SetUp {

    private SetUp() {}

    /** Settings that do not hold: the site is not set up. */
    static final class NotSetUp extends Exception {
        private final List<String> lines;

        NotSetUp(List<String> lines) {
            super(lines.getFirst(), null, false, false);
            this.lines = List.copyOf(lines);
        }

        /** Each with file, line and remedy. */
        List<String> lines() {
            return lines;
        }
    }

    /**
     * The settings, with what the command line says in the place of the file's.
     *
     * @param config of {@code --config}; without, IMIP_AGENT_CONFIG or the default names the file
     * @param store of {@code -S}, a folder of SQLite's, and publish of {@code -P}; with both no
     *     file is needed
     */
    static Settings settings(
            ProcessEnvironment around,
            @Nullable String config,
            @Nullable String store,
            @Nullable String publish)
            throws NotSetUp {
        Settings settings = file(around, config, store != null && publish != null);
        if (store != null) {
            settings =
                    settings.with(SiteSettings.STORE_DIR, absolute(store).toString())
                            .with(SiteSettings.STORE_TYPE, StoreType.SQLITE);
        }
        return publish == null
                ? settings
                : settings.with(SiteSettings.PUBLISH_DIR, absolute(publish));
    }

    /** The settings file, where no option names one. */
    static Path config(ProcessEnvironment around) {
        String named = around.variable("IMIP_AGENT_CONFIG");
        return Path.of(named.isEmpty() ? CommonOptions.DEFAULT_CONFIG : named);
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }

    private static Settings file(
            ProcessEnvironment around, @Nullable String config, boolean optional) throws NotSetUp {
        String named = config == null ? around.variable("IMIP_AGENT_CONFIG") : config;
        Path file = config == null ? config(around) : Path.of(config);
        if (named.isEmpty() && optional && !Files.exists(file)) {
            return Settings.defaults();
        }
        // No switch over types: it would make classes at each start.
        SettingsReading reading = SettingsReader.read(file.toString(), text(file));
        if (reading instanceof SettingsReading.Wrong(var problems)) {
            throw new NotSetUp(problems.stream().map(SettingsProblem::sentence).toList());
        }
        return ((SettingsReading.Good) reading).settings();
    }

    private static String text(Path file) throws NotSetUp {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new NotSetUp(List.of(file + " cannot be read" + remedy(file, unreadable)));
        }
    }

    private static String remedy(Path file, IOException unreadable) {
        return switch (unreadable) {
            case AccessDeniedException _ ->
                    ": this user may not read it: chmod a+r it, and a+x its folders";
            case NoSuchFileException _ ->
                    ", it is missing: put the settings there (start with conf/config.txt), or name"
                            + " another file with --config or IMIP_AGENT_CONFIG";
            case CharacterCodingException _ -> ": it is not in UTF-8";
            default ->
                    Files.isDirectory(file)
                            ? ": it is a folder; name a file with --config or IMIP_AGENT_CONFIG"
                            : " (" + unreadable + ")";
        };
    }

    static Store store(Settings settings) {
        return settings.value(SiteSettings.STORE_TYPE) == StoreType.SQLITE
                ? SqliteStore.open(
                        Path.of(settings.value(SiteSettings.STORE_DIR)),
                        new SqliteStore.Options(
                                settings.value(SiteSettings.DEFAULT_PERMISSIONS),
                                settings.value(SiteSettings.DEFAULT_DIR_PERMISSIONS),
                                seconds(settings, SiteSettings.STORE_TIMEOUT_SECONDS)))
                : PostgreSqlStore.open(server(settings));
    }

    private static PostgreSqlServer server(Settings settings) {
        String role = settings.value(SiteSettings.STORE_USER);
        Path passwords = settings.value(SiteSettings.STORE_PASSWORD_FILE);
        return new PostgreSqlServer(
                settings.value(SiteSettings.STORE_HOST),
                settings.value(SiteSettings.STORE_PORT),
                settings.value(SiteSettings.STORE_DATABASE),
                role == null ? System.getProperty("user.name") : role,
                passwords == null ? Path.of(System.getProperty("user.home"), ".pgpass") : passwords,
                settings.value(SiteSettings.STORE_SSLMODE),
                settings.value(SiteSettings.STORE_SSLROOTCERT),
                seconds(settings, SiteSettings.STORE_CONNECT_SECONDS),
                seconds(settings, SiteSettings.STORE_TIMEOUT_SECONDS),
                seconds(settings, SiteSettings.STORE_STATEMENT_SECONDS));
    }

    private static Duration seconds(Settings settings, Always<Integer> setting) {
        return Duration.ofSeconds(settings.value(setting));
    }

    static Installation installation(Settings settings, Store store, ProcessEnvironment around) {
        return new Installation(settings, store, around.zone(), Machine.host());
    }
}
