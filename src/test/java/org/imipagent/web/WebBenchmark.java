package org.imipagent.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the manager costs through an Apache of its own, beside what others would cost in its place:
 * scripts/benchmark web. Everything that is compared is asked for in turn, round after round, so
 * that the load of the machine falls on all; the figures are medians, and their ratios travel.
 *
 * <p>Peers read 50 files of one event each, ten of them series; the manager has a calendar of 1,000
 * events. Each request has the same log-in, which Apache checks.
 */
public final class WebBenchmark {

    private static final String BENCH = "bench@example.com";
    private static final String FEW = "few@example.com";
    private static final String MANY = "many@example.com";
    private static final int EVENTS = 1_000;
    private static final int GROWN = 100_000;
    private static final int VISIBLE = 10;
    private static final int FILES = 50;
    private static final int EVENTS_OF_A_FILE = 5_000;
    private static final int WARM_UP = 2;
    private static final List<Integer> LEVELS = List.of(1, 8, 32);
    private static final Pattern HIDDEN =
            Pattern.compile(
                    "name=\"token\" value=\"([^\"]*)\">\\s*<input [^>]*name=\"version\" value=\"([^\"]*)\"");

    /** What is measured: the time of one round, in nanoseconds. */
    private interface Work {
        long once(int round) throws IOException;
    }

    private final Path folder;
    private final int rounds;
    private final int seconds;
    private final Map<String, InstalledProgram> launches = new LinkedHashMap<>();
    private final TestInstance instance;
    private final Map<String, String> pages = new LinkedHashMap<>();
    private @Nullable ServerProcess fpm;

    private WebBenchmark(Path folder, int rounds, int seconds, boolean hasNative)
            throws IOException {
        this.folder = folder;
        this.rounds = rounds;
        this.seconds = seconds;
        for (var launch : hasNative ? List.of("native", "jvm") : List.of("jvm")) {
            launches.put(
                    launch,
                    InstalledProgram.reachable(
                            InstalledProgram.ofCheckout(launch), folder.resolve(launch)));
        }
        this.instance =
                TestInstance.in(
                        launches.values().iterator().next(),
                        folder.resolve("i"),
                        "PUBLISHING_DEFAULT = \"no\"");
    }

    /**
     * Measures and prints.
     *
     * @param arguments rounds; seconds for each figure of throughput; {@code native} where there is
     *     such an executable
     */
    public static void main(String[] arguments) throws Exception {
        var folder = TestInstance.temporary();
        var benchmark =
                new WebBenchmark(
                        folder,
                        Integer.parseInt(arguments[0]),
                        Integer.parseInt(arguments[1]),
                        arguments.length > 2 && arguments[2].equals("native"));
        try {
            benchmark.run();
        } finally {
            if (benchmark.fpm != null) {
                benchmark.fpm.end();
            }
            TestFolders.remove(folder);
        }
    }

    private void run() throws Exception {
        say("making calendars of 10, 1,000 and 100,000 events");
        fill();
        try (var apache = serve()) {
            say("one page at a time");
            var times = new LinkedHashMap<String, Work>();
            pages.forEach((name, path) -> times.put(name, _ -> page(apache, path, BENCH)));
            table(
                    "page, one at a time",
                    measured(times),
                    "C program",
                    "empty Java",
                    "PHP-CGI",
                    "php-fpm");
            say("one mail at a time");
            table("invitation", measured(mails()), "PHP-CGI");
            for (var launch : launches.keySet()) {
                say("growth, " + launch);
                growth(apache, launch);
            }
            say("many at a time");
            throughput(apache);
        }
    }

    private static void say(String what) {
        System.err.println("benchmark: " + what);
    }

    // ---- measuring

    private Map<String, Long> measured(Map<String, Work> works) throws IOException {
        var all = new LinkedHashMap<String, List<Long>>();
        for (int round = -WARM_UP; round < rounds; round++) {
            for (var work : works.entrySet()) {
                long nanos = work.getValue().once(round + WARM_UP);
                if (round >= 0) {
                    all.computeIfAbsent(work.getKey(), _ -> new ArrayList<>()).add(nanos);
                }
            }
        }
        var medians = new LinkedHashMap<String, Long>();
        all.forEach(
                (name, each) ->
                        medians.put(name, each.stream().sorted().toList().get(each.size() / 2)));
        return medians;
    }

    private static void table(String title, Map<String, Long> medians, String... beside) {
        var line = new StringBuilder(String.format(Locale.ROOT, "%n%-22s %9s", title, "ms"));
        for (var other : beside) {
            line.append(String.format(Locale.ROOT, " %14s", "x " + other));
        }
        System.out.println(line);
        medians.forEach(
                (name, nanos) -> {
                    var row =
                            new StringBuilder(
                                    String.format(Locale.ROOT, "%-22s %9.1f", name, nanos / 1e6));
                    for (var other : beside) {
                        var base = medians.get(other);
                        row.append(
                                base == null
                                        ? String.format(Locale.ROOT, " %14s", "-")
                                        : String.format(
                                                Locale.ROOT, " %14.2f", nanos / (double) base));
                    }
                    System.out.println(row);
                });
    }

    private static long page(RunningApache apache, String path, String user) throws IOException {
        long begin = System.nanoTime();
        var answer = ask(apache, "GET", path, user, "");
        long took = System.nanoTime() - begin;
        if (!answer.startsWith("HTTP/1.1 200")) {
            throw new IOException(path + ": " + answer + apache.log());
        }
        return took;
    }

    private static String ask(
            RunningApache apache, String method, String path, String user, String form)
            throws IOException {
        var login =
                Base64.getEncoder()
                        .encodeToString((user + ":" + Front.Apache.PASSWORD).getBytes(UTF_8));
        var host = "127.0.0.1:" + apache.port().number();
        var head =
                method
                        + " "
                        + path
                        + " HTTP/1.0\r\nHost: "
                        + host
                        + "\r\nAuthorization: Basic "
                        + login
                        + "\r\n";
        var body =
                form.isEmpty()
                        ? ""
                        : "Origin: http://"
                                + host
                                + "\r\nContent-Type: "
                                + Ask.FORM
                                + "\r\nContent-Length: "
                                + form.length()
                                + "\r\n";
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), apache.port().number())) {
            socket.setSoTimeout(120_000);
            socket.getOutputStream().write((head + body + "\r\n" + form).getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private void throughput(RunningApache apache) throws Exception {
        System.out.printf(Locale.ROOT, "%n%-22s", "pages a second, at once");
        LEVELS.forEach(level -> System.out.printf(Locale.ROOT, " %7d", level));
        System.out.println("   PSS and RSS of the largest process, PSS of all with 32 at once, MB");
        for (var page : pages.entrySet()) {
            System.out.printf(Locale.ROOT, "%-22s ", page.getKey());
            ProcessMemory.@Nullable Most most = null;
            for (int level : LEVELS) {
                var servers =
                        fpm == null
                                ? new long[] {apache.processId()}
                                : new long[] {apache.processId(), fpm.id()};
                try (var memory = ProcessMemory.ofWhatIsStartedBy(servers)) {
                    System.out.printf(
                            Locale.ROOT, " %7.1f", perSecond(apache, page.getValue(), level));
                    most = memory.most();
                }
            }
            System.out.println(
                    most == null
                            ? ""
                            : "   %d, %d, %d"
                                    .formatted(most.process(), most.resident(), most.together()));
        }
    }

    private double perSecond(RunningApache apache, String path, int level) throws Exception {
        var served = new AtomicInteger();
        long begin = System.nanoTime();
        long end = begin + TimeUnit.SECONDS.toNanos(seconds);
        var running = new ArrayList<Future<?>>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < level; client++) {
                running.add(
                        clients.submit(
                                () -> {
                                    while (System.nanoTime() < end) {
                                        page(apache, path, BENCH);
                                        served.incrementAndGet();
                                    }
                                    return null;
                                }));
            }
            for (var one : running) {
                one.get();
            }
        }
        return served.get() / ((System.nanoTime() - begin) / 1e9);
    }

    // ---- mail

    private Map<String, Work> mails() {
        var mails = new LinkedHashMap<String, Work>();
        launches.forEach(
                (launch, program) ->
                        mails.put(
                                "person, " + launch,
                                round ->
                                        process(
                                                Command.of(
                                                                program.agent(),
                                                                "person",
                                                                "-o",
                                                                BENCH,
                                                                "-d")
                                                        .with(
                                                                "IMIP_AGENT_CONFIG",
                                                                instance.config()),
                                                mail(launch + round))));
        if (found("php-cgi")) {
            mails.put(
                    "PHP-CGI",
                    round -> {
                        var mail = mail("php" + round);
                        return process(
                                Command.of("php-cgi")
                                        .with("REDIRECT_STATUS", "200")
                                        .with("GATEWAY_INTERFACE", "CGI/1.1")
                                        .with("REQUEST_METHOD", "POST")
                                        .with("CONTENT_TYPE", "message/rfc822")
                                        .with("CONTENT_LENGTH", Files.size(mail))
                                        .with("SCRIPT_FILENAME", peers().resolve("mail.php"))
                                        .with("ICS", peers().resolve("ics")),
                                mail);
                    });
        }
        return mails;
    }

    /** Another invitation each time. */
    private Path mail(String name) throws IOException {
        var mail = TestInstance.invitation(BENCH, "Measured", "measured-" + name + "@example.net");
        return Files.write(folder.resolve("mail"), mail);
    }

    private long process(Command command, Path in) throws IOException {
        var err = folder.resolve("err").toFile();
        var builder =
                command.unprivileged()
                        .builder()
                        .redirectInput(in.toFile())
                        .redirectOutput(new File("/dev/null"))
                        .redirectError(err);
        long begin = System.nanoTime();
        int status;
        try {
            status = builder.start().waitFor();
        } catch (InterruptedException interruption) {
            throw new AssertionError(interruption);
        }
        long took = System.nanoTime() - begin;
        if (status != 0) {
            throw new IOException(
                    command + " ended with " + status + ": " + Files.readString(err.toPath()));
        }
        return took;
    }

    // ---- growth

    private void growth(RunningApache apache, String launch) throws IOException {
        var place = launch.equals("jvm") && launches.size() > 1 ? "/jvm" : Front.PLACE;
        var works = new LinkedHashMap<String, Work>();
        for (var user : List.of(FEW, MANY)) {
            works.put("month of " + user, _ -> page(apache, place + "/", user));
            works.put("event of " + user, _ -> page(apache, place + "/event/visible-3", user));
            works.put("POST of " + user, round -> answer(apache, place, user, round));
        }
        var medians = measured(works);
        System.out.printf(
                Locale.ROOT,
                "%n%-22s %9s %9s %9s%n",
                "growth, " + launch,
                "10",
                "100,000",
                "ratio");
        for (var what : List.of("month", "event", "POST")) {
            long few = medians.getOrDefault(what + " of " + FEW, 1L);
            long many = medians.getOrDefault(what + " of " + MANY, 1L);
            System.out.printf(
                    Locale.ROOT,
                    "%-22s %9.1f %9.1f %9.2f%n",
                    what,
                    few / 1e6,
                    many / 1e6,
                    many / (double) few);
        }
    }

    /** Only the form is measured, not its page; then the mail goes, which no one waits for. */
    private long answer(RunningApache apache, String place, String user, int round)
            throws IOException {
        var path = place + "/event/waiting@example.net";
        var page = ask(apache, "GET", path, user, "");
        var hidden = HIDDEN.matcher(page);
        if (!hidden.find()) {
            throw new IOException(page);
        }
        var action = round % 2 == 0 ? "accept" : "decline";
        var form = "token=" + hidden.group(1) + "&version=" + hidden.group(2) + "&action=" + action;
        long begin = System.nanoTime();
        var answer = ask(apache, "POST", path, user, form);
        long took = System.nanoTime() - begin;
        if (!answer.startsWith("HTTP/1.1 303")) {
            throw new IOException(answer);
        }
        instance.settled();
        return took;
    }

    // ---- calendars

    private void fill() throws IOException {
        var today = LocalDate.now(ZoneOffset.UTC);
        var random = new Random(20261128);
        keep(BENCH, "event", EVENTS, i -> today.plusDays(random.nextInt(365) - 182));
        for (var user : List.of(FEW, MANY)) {
            keep(user, "visible", VISIBLE, i -> today.withDayOfMonth(1 + i * 2));
            var mail = TestInstance.invitation(user, "Waiting", "waiting@example.net");
            if (instance.print(mail, user).status() != 0) {
                throw new IOException("no invitation for " + user);
            }
        }
        // In other months than this one and those beside it, so that pages show the same.
        keep(
                MANY,
                "other",
                GROWN - VISIBLE,
                i -> today.plusDays((i % 2 == 0 ? 1L : -1L) * (70 + random.nextInt(1700))));
    }

    /** The day of an event. */
    private interface Days {
        LocalDate of(int number);
    }

    private void keep(String user, String name, int count, Days days) throws IOException {
        instance.agent("user", "add", user).succeed();
        for (int first = 0; first < count; first += EVENTS_OF_A_FILE) {
            var text =
                    new StringBuilder(
                            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Benchmark//EN\r\n");
            for (int i = first; i < Math.min(count, first + EVENTS_OF_A_FILE); i++) {
                text.append(event(name + "-" + i, days.of(i), i, ""));
            }
            var file = folder.resolve("calendar.ics");
            Files.writeString(file, text.append("END:VCALENDAR\r\n"));
            instance.agent("import", "--user", user, file).succeed();
        }
    }

    private static String event(String uid, LocalDate day, int number, String rule) {
        return """
                BEGIN:VEVENT
                UID:UIDS
                DTSTAMP:20260101T000000Z
                DTSTART:DAYTHOUR0000Z
                DURATION:PT45M
                SUMMARY:Meeting about the harvest NUMBER
                LOCATION:Room NUMBER
                DESCRIPTION:What we said last time\\, and what is next.
                RULEEND:VEVENT
                """
                .replace("UIDS", uid)
                .replace("DAYT", day.toString().replace("-", "") + "T")
                .replace("HOUR", Integer.toString(10 + number % 8))
                .replace("NUMBER", Integer.toString(number))
                .replace("RULE", rule)
                .replace("\n", "\r\n");
    }

    // ---- Apache, floors and peers

    private Path peers() {
        return folder.resolve("p");
    }

    private static Path source(String name) {
        return InstalledProgram.checkout("src/test/benchmark/web/" + name);
    }

    private static boolean found(String program) {
        return Command.of("sh", "-c", "PATH=$PATH:/usr/sbin command -v " + program).run().status()
                == 0;
    }

    private RunningApache serve() throws IOException {
        Files.createDirectories(peers().resolve("ics"));
        var lines = new StringBuilder(access(peers()));
        floors(lines);
        ours(lines);
        php(lines);
        python(lines);
        instance.give(peers());
        instance.give(folder.resolve("i"));
        var own = folder.resolve("a");
        var users = Front.Apache.passwords(own, List.of(BENCH, FEW, MANY));
        return RunningApache.start(
                RunningApache.Plan.in(own, Port.free(), Front.Apache.defines(instance, users))
                        .more(lines.toString())
                        .modules("cgi", "headers", "rewrite", "proxy", "proxy_fcgi"));
    }

    /** The log-in of the manager for all that lies in a folder. */
    private String access(Path programs) {
        return """
                <Directory "PROGRAMS">
                    AuthType Basic
                    AuthName "Calendar"
                    AuthBasicProvider file
                    AuthUserFile "USERS"
                    Require valid-user
                    Options None
                    SetEnv IMIP_AGENT_CONFIG "CONFIG"
                    SetEnv ICS "PROGRAMS/ics"
                    SetEnv REDIRECT_STATUS 200
                    SetEnv ap_trust_cgilike_cl 1
                </Directory>
                """
                .replace("PROGRAMS", programs.toString())
                .replace("USERS", folder.resolve("a/users").toString())
                .replace("CONFIG", instance.config().toString());
    }

    private void floors(StringBuilder lines) throws IOException {
        if (found("cc")) {
            Command.of("cc", "-O2", "-o", peers().resolve("floor-c"), source("floor.c")).succeed();
            page(lines, "C program", "/floor-c", "floor-c");
        }
        var java = System.getProperty("java.home") + "/bin/java";
        Command.of(java + "c", "-d", peers(), source("Floor.java")).succeed();
        program(
                "floor-java",
                "#!/bin/sh\nexec "
                        + java
                        + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xshare:auto -cp "
                        + peers()
                        + " Floor\n");
        page(lines, "empty Java", "/floor-java", "floor-java");
    }

    private void ours(StringBuilder lines) {
        var names = List.copyOf(launches.keySet());
        pages.put("manager, " + names.getFirst(), Front.PLACE + "/");
        if (names.size() > 1) {
            var home = launches.values().stream().skip(1).findFirst().orElseThrow().home();
            lines.append(access(home.resolve("cgi-bin")))
                    .append("ScriptAliasMatch \"^/jvm(?:/|$)(.*)$\" \"")
                    .append(home)
                    .append(
                            "/cgi-bin/imip-manager/$1\"\n<Location \"/jvm\">\nSetEnv IMIP_AGENT_CONFIG \"")
                    .append(instance.config())
                    .append("\"\n</Location>\n");
            pages.put("manager, " + names.get(1), "/jvm/");
        }
    }

    private void php(StringBuilder lines) throws IOException {
        if (!found("php-cgi")) {
            say("no PHP-CGI");
            return;
        }
        var today = LocalDate.now(ZoneOffset.UTC);
        for (int i = 0; i < FILES; i++) {
            var rule = i % 5 == 0 ? "RRULE:FREQ=WEEKLY;COUNT=52\n" : "";
            var event = event("peer-" + i, today.withDayOfMonth(1 + i % 28), i, rule);
            Files.writeString(
                    peers().resolve("ics/" + i + ".ics"),
                    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Benchmark//EN\r\n"
                            + event
                            + "END:VCALENDAR\r\n");
        }
        Files.copy(source("mail.php"), peers().resolve("mail.php"));
        Files.copy(source("page.php"), peers().resolve("plain.php"));
        program("page.php", "#!/usr/bin/php-cgi\n" + Files.readString(source("page.php")));
        page(lines, "PHP-CGI", "/php-cgi", "page.php");
        var fpmProgram = fpm();
        if (fpmProgram == null) {
            say("no php-fpm");
            return;
        }
        var socket = folder.resolve("fpm.sock");
        var config =
                Files.writeString(
                        folder.resolve("fpm.conf"),
                        """
                        [global]
                        error_log = FOLDER/fpm.log
                        daemonize = no
                        [www]
                        user = www-data
                        group = www-data
                        listen = FOLDER/fpm.sock
                        listen.owner = www-data
                        listen.group = www-data
                        pm = static
                        pm.max_children = 8
                        env[ICS] = FOLDER/p/ics
                        """
                                .replace("FOLDER", folder.toString()));
        fpm =
                ServerProcess.start(
                        Command.of(fpmProgram, "-F", "-y", config), folder.resolve("fpm.out"));
        lines.append("Alias /php-fpm \"").append(peers().resolve("plain.php")).append("\"\n");
        lines.append("<Location \"/php-fpm\">\nSetHandler \"proxy:unix:")
                .append(socket)
                .append("|fcgi://localhost\"\n</Location>\n");
        pages.put("php-fpm", "/php-fpm");
    }

    private static @Nullable Path fpm() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/usr/sbin"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("php-fpm"))
                    .findFirst()
                    .orElse(null);
        }
    }

    private void python(StringBuilder lines) throws IOException {
        var has =
                Command.of("/usr/bin/python3", "-c", "import icalendar, recurring_ical_events")
                        .run();
        if (has.status() != 0) {
            say("no Python with icalendar and recurring_ical_events");
            return;
        }
        program("page.py", Files.readString(source("page.py")));
        page(lines, "Python CGI", "/python", "page.py");
    }

    private void program(String name, String text) throws IOException {
        var file = Files.writeString(peers().resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void page(StringBuilder lines, String name, String path, String file) {
        lines.append("ScriptAlias ")
                .append(path)
                .append(" \"")
                .append(peers().resolve(file))
                .append("\"\n");
        pages.put(name, path);
    }
}
