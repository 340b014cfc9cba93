package org.imipagent.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
                    "The mail address of the agent itself: From of the messages it writes, SENT-BY of the answers it gives.");

    public static final Always<List<String>> SENDMAIL =
            new Always<>(
                    "SENDMAIL",
                    Kinds.COMMAND,
                    List.of("/usr/sbin/sendmail"),
                    "The program that takes outgoing mail, with its whole path. The agent adds -oi, -f, the sender and the "
                            + "recipients.");

    public static final OrNone<String> SMTP_HOST =
            new OrNone<>(
                    "SMTP_HOST",
                    Kinds.WORD,
                    null,
                    "A mail server that takes outgoing mail by SMTP, without a password. None: SENDMAIL is used.");

    public static final Always<Integer> SMTP_PORT =
            new Always<>("SMTP_PORT", Kinds.number(1, 65_535), 25, "The port of SMTP_HOST.");

    public static final Always<String> LOCAL_PREFIX =
            new Always<>(
                    "LOCAL_PREFIX",
                    Kinds.WORD,
                    "local",
                    "For delivery by local SMTP (person -L): mail for user@domain is handed on to PREFIX+user@domain.");

    public static final Always<String> OUTGOING_PREFIX =
            new Always<>(
                    "OUTGOING_PREFIX",
                    Kinds.WORD,
                    "people-outgoing",
                    "Where the mail servers' samples in conf send a copy of what people send: PREFIX+user@domain. The agent itself does not "
                            + "read it: another prefix is changed there too.");

    public static final Always<Boolean> IMIP_COUNTER_AS_REQUEST =
            new Always<>(
                    "IMIP_COUNTER_AS_REQUEST",
                    Kinds.TRUTH,
                    false,
                    "Whether a REQUEST that an attendee sends to the organiser is taken for the COUNTER it should have been. Some "
                            + "mail programs send such.");

    public static final Always<StoreType> STORE_TYPE =
            new Always<>(
                    "STORE_TYPE",
                    Kinds.choice(
                            StoreType.values(),
                            Map.of(
                                    "file",
                                    "the file store of the Python imip-agent has become one SQLite file, write 'sqlite'",
                                    "postgresql",
                                    "PostgreSQL is not there yet, write 'sqlite'")),
                    StoreType.SQLITE,
                    "How calendars are kept: sqlite, one file in STORE_DIR. There is no other way yet.");

    public static final Always<String> STORE_DIR =
            new Always<>(
                    "STORE_DIR",
                    Kinds.PLACE,
                    "/var/lib/imip-agent/store",
                    "The folder of the SQLite file.");

    public static final Always<String> JOURNAL_DIR =
            new Always<>(
                    "JOURNAL_DIR",
                    Kinds.PLACE,
                    "/var/lib/imip-agent/journal",
                    "Taken for the sake of old files, without effect: quotas, which it was for, are not there yet.");

    public static final Always<String> PREFERENCES_DIR =
            new Always<>(
                    "PREFERENCES_DIR",
                    Kinds.PLACE,
                    "/var/lib/imip-agent/preferences",
                    "Taken for the sake of old files, without effect: preferences are kept in the store.");

    public static final Always<Path> PUBLISH_DIR =
            new Always<>(
                    "PUBLISH_DIR",
                    Kinds.PATH,
                    Path.of("/var/www/imip-agent/static"),
                    "The folder of published free/busy files, which the web server shows as /freebusy.");

    public static final Always<Integer> DEFAULT_PERMISSIONS =
            new Always<>(
                    "DEFAULT_PERMISSIONS",
                    Kinds.PERMISSIONS,
                    0660,
                    "Permissions of the files the agent makes, in octal: mail server and web server both write to the store.");

    public static final Always<Integer> DEFAULT_DIR_PERMISSIONS =
            new Always<>(
                    "DEFAULT_DIR_PERMISSIONS",
                    Kinds.PERMISSIONS,
                    02770,
                    "Permissions of the folders the agent makes, in octal; 2 in front keeps the group.");

    public static final Always<Integer> STORE_TIMEOUT_SECONDS =
            new Always<>(
                    "STORE_TIMEOUT_SECONDS",
                    Kinds.number(1, 300),
                    10,
                    "How long a program waits for the store while another one writes, in seconds. After that mail is tried again "
                            + "later and a page says so.");

    public static final Always<Boolean> MANAGER_INTERFACE =
            new Always<>(
                    "MANAGER_INTERFACE",
                    Kinds.TRUTH,
                    true,
                    "Whether messages to people have links to the manager, the calendar in the browser.");

    public static final Always<String> MANAGER_PATH =
            new Always<>(
                    "MANAGER_PATH",
                    Kinds.URL_PATH,
                    "/imip-manager/",
                    "The path of the manager on the web server, as in conf/apache/imip-manager.conf.");

    public static final OrNone<String> MANAGER_URL =
            new OrNone<>(
                    "MANAGER_URL",
                    Kinds.URL,
                    null,
                    "Scheme and host of links to the manager, such as https://webserver.example.com. None: MANAGER_URL_SCHEME and "
                            + "the name in /etc/mailname, often a domain alone; without that file this machine's own name.");

    public static final Always<String> MANAGER_URL_SCHEME =
            new Always<>(
                    "MANAGER_URL_SCHEME",
                    Kinds.SCHEME,
                    "https://",
                    "Scheme of links to the manager where MANAGER_URL is None.");

    public static final Always<UserAddress> USER_ADDRESS =
            new Always<>(
                    "USER_ADDRESS",
                    Kinds.USER_ADDRESS,
                    new UserAddress("%s"),
                    "The mail address of a person who is logged in to the web server, %s being the name there. Where people log "
                            + "in without a domain: '%s@example.com'.");

    public static final Always<Boolean> TRUST_FORWARDED =
            new Always<>(
                    "TRUST_FORWARDED",
                    Kinds.TRUTH,
                    false,
                    "Whether X-Forwarded-Host and X-Forwarded-Proto are believed. True only behind a proxy of your own that sets "
                            + "them itself: they tell under what name people see the manager.");

    public static final Always<String> LANG =
            new Always<>(
                    "LANG",
                    Kinds.LANGUAGE,
                    "en",
                    "The language of messages and pages for those who chose none.");

    public static final OrNone<ZoneId> TZID =
            new OrNone<>(
                    "TZID",
                    Kinds.ZONE,
                    null,
                    "The time zone of those who chose none, such as Europe/Oslo. None: that of this machine.");

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
                    "How calendar messages reach people: message-only, message-then-summary, summary-then-message, summary-only "
                            + "or summary-wraps-message.");

    public static final Always<Boolean> SHARING_DEFAULT =
            new Always<>(
                    "SHARING_DEFAULT",
                    Kinds.choice("no", "share"),
                    false,
                    "Whether free/busy is shared, by mail and, where PUBLISHING_DEFAULT says so, on the web: share or no.");

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
                    "Whether shared free/busy goes with every message about an event: always or never.");

    public static final Always<Boolean> NOTIFYING_DEFAULT =
            new Always<>(
                    "NOTIFYING_DEFAULT",
                    Kinds.choice("none", "notify"),
                    false,
                    "Whether people are told of free/busy that comes by mail: notify or none.");

    public static final Always<Boolean> REFRESHING_DEFAULT =
            new Always<>(
                    "REFRESHING_DEFAULT",
                    Kinds.choice("never", "always"),
                    false,
                    "Whether the agent itself answers those who ask for an event again (REFRESH): always or never.");

    public static final Always<AddResponse> ADD_RESPONSE_DEFAULT =
            new Always<>(
                    "ADD_RESPONSE_DEFAULT",
                    Kinds.choice(AddResponse.values()),
                    AddResponse.REFRESH,
                    "What answers an added occurrence (ADD): refresh asks for the whole event, add takes it as it came, ignore "
                            + "disregards it.");

    public static final OrNone<Duration> FREEBUSY_OFFER_DEFAULT =
            new OrNone<>(
                    "FREEBUSY_OFFER_DEFAULT",
                    Kinds.DURATION,
                    null,
                    "How long a time that was proposed instead of another is kept free, such as PT10M or P1D. None: not at all.");

    public static final Always<OrganiserReplacement> ORGANISER_REPLACEMENT_DEFAULT =
            new Always<>(
                    "ORGANISER_REPLACEMENT_DEFAULT",
                    Kinds.choice(OrganiserReplacement.values()),
                    OrganiserReplacement.ATTENDEE,
                    "Who may become the organiser of a known event: any, attendee (who was one before) or never.");

    public static final Always<Invitations> INVITATIONS_DEFAULT =
            new Always<>(
                    "INVITATIONS_DEFAULT",
                    Kinds.choice(Invitations.values()),
                    Invitations.ALL,
                    "Whose invitations to new events are taken: all, none, or known, those of people of the same domain and of "
                            + "events in the calendar already. Others' mail is handed on as it came.");

    public static final Always<Cancelled> CANCELLED_DEFAULT =
            new Always<>(
                    "CANCELLED_DEFAULT",
                    Kinds.choice(Cancelled.values()),
                    Cancelled.KEEP,
                    "What becomes of an event that is cancelled: keep shows it struck through, remove hides it.");

    public static final Always<Unanswered> UNANSWERED_DEFAULT =
            new Always<>(
                    "UNANSWERED_DEFAULT",
                    Kinds.choice(Unanswered.values()),
                    Unanswered.FREE,
                    "What an invitation does to free/busy before it is answered: free or tentative.");

    public static final Always<Integer> HORIZON_DAYS =
            new Always<>(
                    "HORIZON_DAYS",
                    Kinds.number(1, 3660),
                    400,
                    "How many days ahead the occurrences of events are worked out and kept.");

    public static final Always<Integer> PUBLISH_DAYS =
            new Always<>(
                    "PUBLISH_DAYS",
                    Kinds.number(1, 3660),
                    90,
                    "How many days ahead published free/busy reaches.");

    public static final Always<Integer> ACTIVITY_DAYS =
            new Always<>(
                    "ACTIVITY_DAYS",
                    Kinds.number(1, 3660),
                    90,
                    "How many days the activity page remembers.");

    public static final Always<Integer> MAX_MESSAGE_BYTES =
            new Always<>(
                    "MAX_MESSAGE_BYTES",
                    Kinds.number(1024, 1 << 30),
                    30 << 20,
                    "The longest message that is looked into, in bytes. Longer ones are handed on as they are.");

    public static final Always<Integer> MAX_CALENDAR_BYTES =
            new Always<>(
                    "MAX_CALENDAR_BYTES",
                    Kinds.number(1024, 1 << 28),
                    2 << 20,
                    "The longest calendar part of a message that is read, in bytes.");

    public static final Always<Integer> MAX_OCCURRENCES =
            new Always<>(
                    "MAX_OCCURRENCES",
                    Kinds.number(1, 1_000_000),
                    5000,
                    "How many occurrences of one event are worked out at most.");

    public static final Always<Integer> MAX_FORM_BYTES =
            new Always<>(
                    "MAX_FORM_BYTES",
                    Kinds.number(1024, 1 << 28),
                    1 << 20,
                    "The longest form the manager takes, in bytes.");

    public static final Always<Integer> MAX_UPLOAD_BYTES =
            new Always<>(
                    "MAX_UPLOAD_BYTES",
                    Kinds.number(1024, 1 << 28),
                    4 << 20,
                    "The longest form with files the manager takes, in bytes. Without effect until there are such forms (/import).");

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
                                    IMIP_COUNTER_AS_REQUEST)),
                    new Section(
                            "Places",
                            List.of(
                                    STORE_TYPE,
                                    STORE_DIR,
                                    JOURNAL_DIR,
                                    PREFERENCES_DIR,
                                    PUBLISH_DIR,
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
                    new Section(
                            "What holds for people who chose nothing else",
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
                                    UNANSWERED_DEFAULT)),
                    new Section(
                            "Limits",
                            List.of(
                                    HORIZON_DAYS,
                                    PUBLISH_DAYS,
                                    ACTIVITY_DAYS,
                                    MAX_MESSAGE_BYTES,
                                    MAX_CALENDAR_BYTES,
                                    MAX_OCCURRENCES,
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
