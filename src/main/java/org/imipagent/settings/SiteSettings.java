package org.imipagent.settings;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.imipagent.calendar.Zone;
import org.imipagent.settings.Setting.Always;
import org.imipagent.settings.Setting.OrNone;

/**
 * Every setting of a site.
 *
 * <p>The names are the model's where it has the setting. The file conf/config.txt is made from this
 * table, in this order.
 */
public final class SiteSettings {
    public static final Always<String> MESSAGE_SENDER =
            new Always<>(
                    "MESSAGE_SENDER",
                    Kinds.ADDRESS,
                    "calendar@example.com",
                    "The email address of the agent itself: From in the messages it writes, "
                            + "SENT-BY in the replies it sends for people.");

    public static final Always<List<String>> SENDMAIL =
            new Always<>(
                    "SENDMAIL",
                    Kinds.COMMAND,
                    List.of("/usr/sbin/sendmail"),
                    "The program that sends outgoing mail, with its absolute path. The "
                            + "agent adds -oi, -f, the sender and the recipients.");

    public static final OrNone<String> SMTP_HOST =
            new OrNone<>(
                    "SMTP_HOST",
                    Kinds.WORD,
                    null,
                    "A mail server that takes outgoing mail by SMTP without a password. "
                            + "None: use SENDMAIL.");

    public static final Always<Integer> SMTP_PORT =
            new Always<>("SMTP_PORT", Kinds.number(1, 65_535), 25, "The port of SMTP_HOST.");

    public static final Always<String> LOCAL_PREFIX =
            new Always<>(
                    "LOCAL_PREFIX",
                    Kinds.WORD,
                    "local",
                    "For delivery by local SMTP (person -L): mail for user@domain is passed "
                            + "on to PREFIX+user@domain.");

    public static final Always<String> OUTGOING_PREFIX =
            new Always<>(
                    "OUTGOING_PREFIX",
                    Kinds.WORD,
                    "people-outgoing",
                    "Where the mail server samples in conf send a copy of what people send: "
                            + "PREFIX+user@domain. The agent does not read this setting: to use "
                            + "another prefix, change the samples too.");

    public static final Always<Boolean> IMIP_COUNTER_AS_REQUEST =
            new Always<>(
                    "IMIP_COUNTER_AS_REQUEST",
                    Kinds.TRUTH,
                    false,
                    "Whether to treat a REQUEST from an attendee to the organiser as a "
                            + "COUNTER. Some mail programs send this by mistake.");

    public static final Always<StoreType> STORE_TYPE =
            new Always<>(
                    "STORE_TYPE",
                    Kinds.choice(
                            StoreType.values(),
                            Map.of(
                                    "file",
                                    "the file store of the Python imip-agent was replaced by SQLite, write 'sqlite'")),
                    StoreType.SQLITE,
                    "How calendars are stored: sqlite, one file in STORE_DIR, or postgresql, a "
                            + "database of a PostgreSQL server, for several machines. See "
                            + "src/docs/postgresql.md; imip-agent store copy moves calendars from one "
                            + "to the other.");

    public static final Always<String> STORE_DIR =
            new Always<>(
                    "STORE_DIR",
                    Kinds.PLACE,
                    "/var/lib/imip-agent/store",
                    "The folder of the SQLite file.");

    public static final Always<String> STORE_HOST =
            new Always<>(
                    "STORE_HOST",
                    Kinds.SERVER,
                    "/var/run/postgresql",
                    "For PostgreSQL: the name of the server, or the folder of its Unix socket.");

    public static final Always<Integer> STORE_PORT =
            new Always<>(
                    "STORE_PORT",
                    Kinds.number(1, 65_535),
                    5432,
                    "For PostgreSQL: the port; it is part of the name of a Unix socket, too.");

    public static final Always<String> STORE_DATABASE =
            new Always<>(
                    "STORE_DATABASE",
                    Kinds.WORD,
                    "imip-agent",
                    "For PostgreSQL: the database, which belongs to imip-agent alone.");

    public static final OrNone<String> STORE_USER =
            new OrNone<>(
                    "STORE_USER",
                    Kinds.WORD,
                    null,
                    "For PostgreSQL: the role that owns the database. None: the name of the "
                            + "user who runs the program.");

    public static final OrNone<Path> STORE_PASSWORD_FILE =
            new OrNone<>(
                    "STORE_PASSWORD_FILE",
                    Kinds.PATH,
                    null,
                    "For PostgreSQL: the file of the password, in the form of ~/.pgpass, that "
                            + "only its owner can read. None: .pgpass in the home of the user who "
                            + "runs the program.");

    public static final Always<SslMode> STORE_SSLMODE =
            new Always<>(
                    "STORE_SSLMODE",
                    Kinds.choice(SslMode.values()),
                    SslMode.PREFER,
                    "For PostgreSQL by TCP: disable, prefer, require, verify-ca or verify-full. "
                            + "Only the last two make sure which server it is.");

    public static final OrNone<Path> STORE_SSLROOTCERT =
            new OrNone<>(
                    "STORE_SSLROOTCERT",
                    Kinds.PATH,
                    null,
                    "For verify-ca and verify-full: the file of the certificates that sign the "
                            + "server's. None: .postgresql/root.crt in the home of the user who runs "
                            + "the program.");

    public static final Always<Integer> STORE_CONNECT_SECONDS =
            new Always<>(
                    "STORE_CONNECT_SECONDS",
                    Kinds.number(1, 300),
                    10,
                    "For PostgreSQL: how many seconds a program waits for a connection.");

    public static final Always<Integer> STORE_STATEMENT_SECONDS =
            new Always<>(
                    "STORE_STATEMENT_SECONDS",
                    Kinds.number(1, 3600),
                    60,
                    "For PostgreSQL: how many seconds one SQL statement may take.");

    public static final Always<String> JOURNAL_DIR =
            new Always<>(
                    "JOURNAL_DIR",
                    Kinds.PLACE,
                    "/var/lib/imip-agent/journal",
                    "Accepted for old settings files, but has no effect: it was for quotas, "
                            + "which are not available yet.");

    public static final Always<String> PREFERENCES_DIR =
            new Always<>(
                    "PREFERENCES_DIR",
                    Kinds.PLACE,
                    "/var/lib/imip-agent/preferences",
                    "Accepted for old settings files, but has no effect: preferences are in "
                            + "the store.");

    public static final Always<Path> PUBLISH_DIR =
            new Always<>(
                    "PUBLISH_DIR",
                    Kinds.PATH,
                    Path.of("/var/www/imip-agent/static"),
                    "The folder of published free/busy files, which the web server shows as "
                            + "/freebusy.");

    public static final Always<String> PUBLISH_PATH =
            new Always<>(
                    "PUBLISH_PATH",
                    Kinds.URL_PATH,
                    "/freebusy/",
                    "The path of PUBLISH_DIR on the web server, as in conf/apache/imip-agent.conf. "
                            + "The addresses that people find in their settings begin with it.");

    public static final Always<Integer> DEFAULT_PERMISSIONS =
            new Always<>(
                    "DEFAULT_PERMISSIONS",
                    Kinds.PERMISSIONS,
                    0660,
                    "Permissions of the files the agent creates, in octal. Mail server and "
                            + "web server both write to the store.");

    public static final Always<Integer> DEFAULT_DIR_PERMISSIONS =
            new Always<>(
                    "DEFAULT_DIR_PERMISSIONS",
                    Kinds.PERMISSIONS,
                    02770,
                    "Permissions of the folders the agent creates, in octal. A leading 2 "
                            + "keeps the group.");

    public static final Always<Integer> STORE_TIMEOUT_SECONDS =
            new Always<>(
                    "STORE_TIMEOUT_SECONDS",
                    Kinds.number(1, 300),
                    10,
                    "How many seconds a program waits while another one writes to the "
                            + "store. After that, mail is tried again later, and a page shows an "
                            + "error.");

    public static final Always<Boolean> MANAGER_INTERFACE =
            new Always<>(
                    "MANAGER_INTERFACE",
                    Kinds.TRUTH,
                    true,
                    "Whether messages to people contain links to the manager, the calendar "
                            + "in the browser.");

    public static final Always<String> MANAGER_PATH =
            new Always<>(
                    "MANAGER_PATH",
                    Kinds.URL_PATH,
                    "/imip-manager/",
                    "The path of the manager on the web server, as in "
                            + "conf/apache/imip-manager.conf.");

    public static final OrNone<String> MANAGER_URL =
            new OrNone<>(
                    "MANAGER_URL",
                    Kinds.URL,
                    null,
                    "Scheme and host of links to the manager, such as "
                            + "https://webserver.example.com. None: MANAGER_URL_SCHEME and the full "
                            + "name of this machine (hostname -f); if it has none, the name in "
                            + "/etc/mailname.");

    public static final Always<String> MANAGER_URL_SCHEME =
            new Always<>(
                    "MANAGER_URL_SCHEME",
                    Kinds.SCHEME,
                    "https://",
                    "Scheme of links to the manager when MANAGER_URL is None.");

    public static final Always<UserAddress> USER_ADDRESS =
            new Always<>(
                    "USER_ADDRESS",
                    Kinds.USER_ADDRESS,
                    new UserAddress("%s"),
                    "How the login name becomes an email address; %s is the name. If people "
                            + "log in without a domain: '%s@example.com'.");

    public static final Always<Boolean> TRUST_FORWARDED =
            new Always<>(
                    "TRUST_FORWARDED",
                    Kinds.TRUTH,
                    false,
                    "Whether to trust X-Forwarded-Host and X-Forwarded-Proto, which say "
                            + "under what name people see the manager. Use True only behind a proxy "
                            + "of your own that sets both.");

    public static final OrNone<Path> LOG_SOCKET =
            new OrNone<>(
                    "LOG_SOCKET",
                    Kinds.PATH,
                    null,
                    "The socket of systemd-journald, /run/systemd/journal/stdout, to log each "
                            + "request and each mail in the journal. None: these lines go to standard "
                            + "error, which is the web server's error log and the mail server's log.");

    public static final Always<Path> SCHEDULING_PROGRAMS =
            new Always<>(
                    "SCHEDULING_PROGRAMS",
                    Kinds.PATH,
                    Path.of("/etc/imip-agent/scheduling"),
                    "The folder of programs that the scheduling function external may run. They read the "
                            + "request as JSON on standard input, and end with 0 to accept or 1 to decline; "
                            + "the first line of what they write goes to the organiser.");

    public static final Always<Path> RESOURCE_PHOTOS =
            new Always<>(
                    "RESOURCE_PHOTOS",
                    Kinds.PATH,
                    Path.of("/etc/imip-agent/photos"),
                    "The folder of photos of resources, of at most 1 MiB each. The preference photo of a "
                            + "resource names one; everyone who can log in to the manager can see it.");

    public static final Always<Duration> OWNER_TIMEOUT =
            new Always<>(
                    "OWNER_TIMEOUT",
                    Kinds.DURATION,
                    Duration.ofDays(7),
                    "How long a booking waits for the owner of a resource (ask_owner), who is reminded every "
                            + "day; then it is declined, as it is when its time comes.");

    public static final Always<String> LANG =
            new Always<>("LANG", Kinds.LANGUAGE, "en", "The language of messages and pages.");

    public static final OrNone<Zone> TZID =
            new OrNone<>(
                    "TZID",
                    Kinds.ZONE,
                    null,
                    "The time zone, such as Europe/Oslo. None: the time zone of this "
                            + "machine.");

    public static final Always<Boolean> PARTICIPATING_DEFAULT =
            new Always<>(
                    "PARTICIPATING_DEFAULT",
                    Kinds.choice("no", "participate"),
                    true,
                    "Whether calendars are kept for people: participate or no.");

    public static final Always<Incoming> INCOMING_DEFAULT =
            new Always<>(
                    "INCOMING_DEFAULT",
                    Kinds.choice(Incoming.values()),
                    Incoming.SUMMARY_WRAPS_MESSAGE,
                    "How calendar messages reach people: message-only, "
                            + "message-then-summary, summary-then-message, summary-only or "
                            + "summary-wraps-message.");

    public static final Always<Boolean> SHARING_DEFAULT =
            new Always<>(
                    "SHARING_DEFAULT",
                    Kinds.choice("no", "share"),
                    false,
                    "Whether free/busy is shared by mail and, with PUBLISHING_DEFAULT, on "
                            + "the web: share or no.");

    public static final Always<Boolean> PUBLISHING_DEFAULT =
            new Always<>(
                    "PUBLISHING_DEFAULT",
                    Kinds.choice("no", "publish"),
                    false,
                    "Whether shared free/busy is published on the web: publish or no.");

    public static final Always<Boolean> BUNDLING_DEFAULT =
            new Always<>(
                    "BUNDLING_DEFAULT",
                    Kinds.choice("never", "always"),
                    false,
                    "Whether shared free/busy is attached to every message about an event: "
                            + "always or never.");

    public static final Always<Boolean> NOTIFYING_DEFAULT =
            new Always<>(
                    "NOTIFYING_DEFAULT",
                    Kinds.choice("none", "notify"),
                    false,
                    "Whether people are notified of free/busy that arrives by mail: notify "
                            + "or none.");

    public static final Always<Boolean> REFRESHING_DEFAULT =
            new Always<>(
                    "REFRESHING_DEFAULT",
                    Kinds.choice("never", "always"),
                    false,
                    "Whether the agent answers requests to send an event again (REFRESH) by "
                            + "itself: always or never.");

    public static final Always<AddResponse> ADD_RESPONSE_DEFAULT =
            new Always<>(
                    "ADD_RESPONSE_DEFAULT",
                    Kinds.choice(AddResponse.values()),
                    AddResponse.REFRESH,
                    "What to do when an organiser adds an occurrence (ADD): refresh asks "
                            + "for the whole event, add accepts it as it is, ignore does nothing.");

    public static final OrNone<Duration> FREEBUSY_OFFER_DEFAULT =
            new OrNone<>(
                    "FREEBUSY_OFFER_DEFAULT",
                    Kinds.DURATION,
                    null,
                    "How long a proposed time stays reserved, such as PT10M or P1D. None: "
                            + "not at all.");

    public static final Always<OrganiserReplacement> ORGANISER_REPLACEMENT_DEFAULT =
            new Always<>(
                    "ORGANISER_REPLACEMENT_DEFAULT",
                    Kinds.choice(OrganiserReplacement.values()),
                    OrganiserReplacement.ATTENDEE,
                    "Who may become the organiser of a known event: any, attendee (someone "
                            + "who was an attendee before) or never.");

    public static final Always<Invitations> INVITATIONS_DEFAULT =
            new Always<>(
                    "INVITATIONS_DEFAULT",
                    Kinds.choice(Invitations.values()),
                    Invitations.ALL,
                    "Whose invitations to new events are accepted into the calendar: all, "
                            + "none, or known, meaning people of the same domain and of events "
                            + "already in the calendar. Mail from others is delivered unchanged.");

    public static final Always<Cancelled> CANCELLED_DEFAULT =
            new Always<>(
                    "CANCELLED_DEFAULT",
                    Kinds.choice(Cancelled.values()),
                    Cancelled.KEEP,
                    "What happens to cancelled events: keep shows them crossed out, remove "
                            + "hides them.");

    public static final Always<Unanswered> UNANSWERED_DEFAULT =
            new Always<>(
                    "UNANSWERED_DEFAULT",
                    Kinds.choice(Unanswered.values()),
                    Unanswered.FREE,
                    "How an invitation shows in free/busy before it is answered: free or "
                            + "tentative.");

    public static final Always<WorkingHours> WORKING_HOURS_DEFAULT =
            new Always<>(
                    "WORKING_HOURS_DEFAULT",
                    Kinds.WORKING_HOURS,
                    WorkingHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, 9, 17),
                    "When people work, such as 'Mon-Thu 09:00-17:00, Fri 09:00-15:00', or 'none'. "
                            + "Each day has one span of hours.");

    public static final Always<FirstWeekday> FIRST_WEEKDAY_DEFAULT =
            new Always<>(
                    "FIRST_WEEKDAY_DEFAULT",
                    Kinds.choice(FirstWeekday.values()),
                    FirstWeekday.LANGUAGE,
                    "The day with which a week begins: monday, saturday, sunday, or language, as in the "
                            + "person's language.");

    public static final Always<Integer> HORIZON_DAYS =
            new Always<>(
                    "HORIZON_DAYS",
                    Kinds.number(1, 3660),
                    400,
                    "How many days ahead the occurrences of events are computed and stored.");

    public static final Always<Integer> PUBLISH_DAYS =
            new Always<>(
                    "PUBLISH_DAYS",
                    Kinds.number(1, 3660),
                    90,
                    "How many days ahead free/busy is published.");

    public static final Always<Integer> ACTIVITY_DAYS =
            new Always<>(
                    "ACTIVITY_DAYS",
                    Kinds.number(1, 3660),
                    90,
                    "How many days the activity page keeps.");

    public static final Always<Integer> MAX_MESSAGE_BYTES =
            new Always<>(
                    "MAX_MESSAGE_BYTES",
                    Kinds.number(1024, 1 << 30),
                    30 << 20,
                    "The size limit of a message, in bytes. Longer messages are delivered "
                            + "without being read.");

    public static final Always<Integer> MAX_CALENDAR_BYTES =
            new Always<>(
                    "MAX_CALENDAR_BYTES",
                    Kinds.number(1024, 1 << 28),
                    2 << 20,
                    "The size limit of the calendar part of a message, in bytes.");

    public static final Always<Integer> MAX_EVENTS =
            new Always<>(
                    "MAX_EVENTS",
                    Kinds.number(1, 10_000),
                    200,
                    "How many events of one message are taken into the calendar. The others "
                            + "are refused, which the activity page tells.");

    public static final Always<Integer> MAX_OCCURRENCES =
            new Always<>(
                    "MAX_OCCURRENCES",
                    Kinds.number(1, 1_000_000),
                    5000,
                    "How many occurrences of one event are computed at most.");

    public static final Always<List<FreeBusySource>> FREEBUSY_LOOKUP =
            new Always<>(
                    "FREEBUSY_LOOKUP",
                    Kinds.FREEBUSY_SOURCES,
                    List.of(),
                    "Where people of other domains publish their free/busy, for the page that finds a "
                            + "time: a domain and an address each, separated by commas. In the address, {address} "
                            + "stands for the email address, {user} for what is before the @. Such as "
                            + "'example.org https://www.example.org/freebusy/{address}.ifb'.");

    public static final Always<List<String>> DEPUTY_DOMAINS =
            new Always<>(
                    "DEPUTY_DOMAINS",
                    Kinds.DOMAINS,
                    List.of(),
                    "Domains of your own in which everyone may write for everyone else of the same "
                            + "domain (SENT-BY), such as 'example.com'. Otherwise only the deputies that "
                            + "people choose may. Never name a domain in which strangers have addresses.");

    public static final Always<Integer> MAX_ANSWERS_PER_MAIL =
            new Always<>(
                    "MAX_ANSWERS_PER_MAIL",
                    Kinds.number(0, 1000),
                    20,
                    "How many automatic answers one mail causes at most.");

    public static final Always<Integer> MAX_ANSWERS_PER_HOUR =
            new Always<>(
                    "MAX_ANSWERS_PER_HOUR",
                    Kinds.number(0, 1_000_000),
                    60,
                    "How many automatic answers one address gets in an hour at most.");

    public static final Always<Integer> MAX_FORM_BYTES =
            new Always<>(
                    "MAX_FORM_BYTES",
                    Kinds.number(1024, 1 << 28),
                    1 << 20,
                    "The size limit of a form sent to the manager, in bytes.");

    public static final Always<Integer> MAX_UPLOAD_BYTES =
            new Always<>(
                    "MAX_UPLOAD_BYTES",
                    Kinds.number(1024, 1 << 28),
                    4 << 20,
                    "The size limit of a form with files (/import), in bytes, all files together.");

    /** Settings that belong together. */
    public record Section(String title, List<Setting<?>> settings) {}

    /** The table: every setting once, in the order of the file. */
    public static final List<Section> SECTIONS =
            List.of(
                    new Section(
                            "Mail",
                            List.of(
                                    MESSAGE_SENDER,
                                    SENDMAIL,
                                    SMTP_HOST,
                                    SMTP_PORT,
                                    LOCAL_PREFIX,
                                    OUTGOING_PREFIX,
                                    DEPUTY_DOMAINS,
                                    IMIP_COUNTER_AS_REQUEST)),
                    new Section(
                            "Storage",
                            List.of(
                                    STORE_TYPE,
                                    STORE_DIR,
                                    STORE_HOST,
                                    STORE_PORT,
                                    STORE_DATABASE,
                                    STORE_USER,
                                    STORE_PASSWORD_FILE,
                                    STORE_SSLMODE,
                                    STORE_SSLROOTCERT,
                                    STORE_CONNECT_SECONDS,
                                    STORE_STATEMENT_SECONDS,
                                    JOURNAL_DIR,
                                    PREFERENCES_DIR,
                                    PUBLISH_DIR,
                                    PUBLISH_PATH,
                                    DEFAULT_PERMISSIONS,
                                    DEFAULT_DIR_PERMISSIONS,
                                    STORE_TIMEOUT_SECONDS)),
                    new Section(
                            "The manager",
                            List.of(
                                    MANAGER_INTERFACE,
                                    MANAGER_PATH,
                                    MANAGER_URL,
                                    MANAGER_URL_SCHEME,
                                    USER_ADDRESS,
                                    TRUST_FORWARDED)),
                    new Section("Log", List.of(LOG_SOCKET)),
                    new Section(
                            "Resources",
                            List.of(SCHEDULING_PROGRAMS, RESOURCE_PHOTOS, OWNER_TIMEOUT)),
                    new Section(
                            "Defaults for people who did not choose otherwise",
                            List.of(
                                    LANG,
                                    TZID,
                                    PARTICIPATING_DEFAULT,
                                    INCOMING_DEFAULT,
                                    SHARING_DEFAULT,
                                    PUBLISHING_DEFAULT,
                                    BUNDLING_DEFAULT,
                                    NOTIFYING_DEFAULT,
                                    REFRESHING_DEFAULT,
                                    ADD_RESPONSE_DEFAULT,
                                    FREEBUSY_OFFER_DEFAULT,
                                    ORGANISER_REPLACEMENT_DEFAULT,
                                    INVITATIONS_DEFAULT,
                                    CANCELLED_DEFAULT,
                                    UNANSWERED_DEFAULT,
                                    WORKING_HOURS_DEFAULT,
                                    FIRST_WEEKDAY_DEFAULT)),
                    new Section(
                            "Limits",
                            List.of(
                                    HORIZON_DAYS,
                                    FREEBUSY_LOOKUP,
                                    PUBLISH_DAYS,
                                    ACTIVITY_DAYS,
                                    MAX_MESSAGE_BYTES,
                                    MAX_CALENDAR_BYTES,
                                    MAX_EVENTS,
                                    MAX_OCCURRENCES,
                                    MAX_ANSWERS_PER_MAIL,
                                    MAX_ANSWERS_PER_HOUR,
                                    MAX_FORM_BYTES,
                                    MAX_UPLOAD_BYTES)));

    private SiteSettings() {}

    /** Every setting, in the order of the file. */
    public static List<Setting<?>> all() {
        var all = new ArrayList<Setting<?>>();
        for (var section : SECTIONS) {
            all.addAll(section.settings());
        }
        return all;
    }
}
