package org.imipagent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imipagent.itip.Method;
import org.imipagent.itip.Verdict;
import org.imipagent.messages.MessageKey;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.Preference;
import org.junit.jupiter.api.Test;

/** Holds the plan (src/docs/architecture.md): which package may use which. */
class ArchitectureTest {

    private static final String BASE = "org.imipagent";

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(BASE);

    private static final Set<String> DOMAIN =
            Set.of(
                    "calendar",
                    "recurrence",
                    "freebusy",
                    "settings",
                    "itip",
                    "scheduling",
                    "messages",
                    "notice");

    private static final Set<String> ADAPTERS = Set.of("ical", "mail", "store", "publish", "cgi");

    /** Each package and the packages of ours that it may use. */
    private static final Map<String, Set<String>> PLAN =
            Map.ofEntries(
                    Map.entry("calendar", Set.of()),
                    Map.entry("digest", Set.of()),
                    Map.entry("recurrence", Set.of("calendar")),
                    Map.entry("freebusy", Set.of("calendar", "recurrence")),
                    Map.entry("settings", Set.of("calendar")),
                    Map.entry("itip", Set.of("calendar", "recurrence", "freebusy", "settings")),
                    Map.entry(
                            "scheduling", Set.of("calendar", "recurrence", "freebusy", "settings")),
                    Map.entry("messages", Set.of("calendar", "settings")),
                    Map.entry(
                            "notice",
                            Set.of(
                                    "calendar",
                                    "recurrence",
                                    "freebusy",
                                    "settings",
                                    "itip",
                                    "scheduling",
                                    "messages")),
                    Map.entry("ical", Set.of("calendar", "recurrence")),
                    Map.entry("mail", Set.of("calendar", "digest")),
                    Map.entry("store", Set.of("calendar", "freebusy", "itip", "settings")),
                    Map.entry("publish", Set.of("calendar", "freebusy", "settings")),
                    Map.entry("cgi", Set.of("digest")),
                    Map.entry("agent", and(DOMAIN, "digest", "ical", "mail", "store", "publish")),
                    Map.entry("manager", and(DOMAIN, "cgi", "store", "agent")),
                    Map.entry("tools", and(DOMAIN, "ical", "store", "publish", "agent")));

    private static Set<String> and(Set<String> some, String... others) {
        var all = new TreeSet<>(some);
        all.addAll(List.of(others));
        return all;
    }

    @Test
    void everyPackageUsesOnlyWhatThePlanLetsItUse() {
        for (var each : PLAN.entrySet()) {
            var others = new ArrayList<String>(List.of(BASE + ".main.."));
            for (String other : PLAN.keySet()) {
                if (!other.equals(each.getKey()) && !each.getValue().contains(other)) {
                    others.add(BASE + "." + other + "..");
                }
            }
            noClasses()
                    .that()
                    .resideInAPackage(BASE + "." + each.getKey() + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others.toArray(String[]::new))
                    .check(CLASSES);
        }
    }

    @Test
    void thePlanNamesEveryPackage() throws IOException {
        var named = new TreeSet<>(PLAN.keySet());
        named.add("main");
        try (Stream<Path> folders = Files.list(Path.of("src/main/java/org/imipagent"))) {
            assertEquals(
                    named,
                    folders.filter(Files::isDirectory)
                            .map(f -> f.getFileName().toString())
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        for (String name : named) {
            assertTrue(
                    CLASSES.stream()
                            .anyMatch(c -> c.getPackageName().startsWith(BASE + "." + name)),
                    "no class of " + name + " was looked at");
        }
    }

    @Test
    void theDomainIsPure() {
        for (String domain : DOMAIN) {
            classes()
                    .that()
                    .resideInAPackage(BASE + "." + domain + "..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            BASE + "..",
                            "java.lang..",
                            "java.util..",
                            "java.time..",
                            "java.math..",
                            "java.text..",
                            "java.nio.charset..",
                            "java.nio.file..", // Path, as a value of a setting
                            "java.io..", // catalogues of texts are resources
                            "org.apache.commons.lang3..",
                            "org.jspecify.annotations..")
                    .check(CLASSES);
        }
    }

    @Test
    void eachAdapterAloneKnowsItsOutsideThing() {
        onlyIn("ical", "net.fortuna..");
        onlyIn("mail", "org.apache.james..");
        onlyIn("store", "java.sql..", "org.sqlite..", "org.postgresql..");
        onlyIn("tools", "picocli..");
        onlyIn("manager", "gg.jte..");
    }

    private static void onlyIn(String adapter, String... outside) {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "." + adapter + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(outside)
                .check(CLASSES);
    }

    @Test
    void adaptersNeverCallAdapters() {
        for (String adapter : ADAPTERS) {
            for (String other : ADAPTERS) {
                if (!other.equals(adapter)) {
                    noClasses()
                            .that()
                            .resideInAPackage(BASE + "." + adapter + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(BASE + "." + other + "..")
                            .check(CLASSES);
                }
            }
        }
    }

    @Test
    void eachSimpleNameStandsOnce() {
        var places = new TreeMap<String, String>();
        for (JavaClass type : CLASSES) {
            if (type.isTopLevelClass() && !type.getSimpleName().equals("package-info")) {
                String other = places.putIfAbsent(type.getSimpleName(), type.getName());
                assertNull(other, type.getName() + " has a simple name that is taken");
            }
        }
    }

    @Test
    void noPackageIsInACircle() {
        slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyMainKnowsTheClockTheEnvironmentAndTheExit() {
        for (String forbidden : List.of("getenv", "exit", "currentTimeMillis")) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage(BASE + ".main..")
                    .should()
                    .callMethodWhere(
                            DescribedPredicate.describe(
                                    "calls System." + forbidden,
                                    call ->
                                            call.getTargetOwner().isEquivalentTo(System.class)
                                                    && call.getName().equals(forbidden)))
                    .check(CLASSES);
        }
        for (Class<?> clock :
                List.of(
                        java.time.Instant.class,
                        java.time.LocalDate.class,
                        java.time.ZonedDateTime.class)) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage(BASE + ".main..")
                    .should()
                    .callMethod(clock, "now")
                    .check(CLASSES);
        }
    }

    @Test
    void anInterfaceHasTwoBodies() {
        for (JavaClass type : CLASSES) {
            boolean isPlain =
                    type.isInterface()
                            && !type.isAnnotation()
                            && !type.getModifiers().contains(JavaModifier.SYNTHETIC)
                            && !type.getName().endsWith("package-info")
                            && type.getMethods().stream()
                                            .filter(ArchitectureTest::isAbstract)
                                            .count()
                                    > 1;
            // What a pure package asks for, and cannot know.
            boolean isPort = type.getName().equals(BASE + ".scheduling.SchedulingFacts");
            if (isPlain && !isPort && !type.reflect().isSealed()) {
                assertTrue(
                        type.getAllSubclasses().size() >= 2,
                        type.getName() + " is an interface with one body or none");
            }
        }
    }

    /** An interface of one abstract method is the type of a function. */
    private static boolean isAbstract(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.ABSTRACT);
    }

    @Test
    void nothingStaticChanges() {
        for (JavaClass type : CLASSES) {
            if (type.getPackageName().equals(BASE + ".manager.templates")) {
                continue; // Made by JTE.
            }
            type.getFields().stream()
                    .filter(f -> f.getModifiers().contains(JavaModifier.STATIC))
                    .filter(f -> !f.getModifiers().contains(JavaModifier.SYNTHETIC))
                    .forEach(
                            f ->
                                    assertTrue(
                                            f.getModifiers().contains(JavaModifier.FINAL),
                                            f.getFullName() + " is static and changes"));
        }
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/main/java/org/imipagent"))) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                assertTrue(
                        Files.exists(folder.resolve("package-info.java")),
                        folder + " lacks package-info.java");
            }
        }
    }

    /** One name means one thing, in the program and in its tests. */
    @Test
    void noClassOfTheTestsHasTheNameOfOneOfTheProgram() throws IOException {
        Set<String> both = fileNames("src/main/java");
        both.retainAll(fileNames("src/test/java"));
        both.remove("package-info.java");
        assertEquals(Set.of(), both);
    }

    private static Set<String> fileNames(String root) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(root))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void everyWordAndEveryVerdictIsUsed() throws IOException {
        String source = source("messages/MessageKey.java", "itip/Verdict.java");
        for (Verdict verdict : Verdict.values()) {
            assertTrue(isNamed(source, verdict.name()), verdict + " never happens");
        }
        Set<String> looked = new TreeSet<>(Set.of(MessageKey.VERDICT_OTHER.name()));
        Stream.of(Verdict.values()).forEach(v -> looked.add("VERDICT_" + v.name()));
        Stream.of(Method.values()).forEach(m -> looked.add("MAIL_" + m.name()));
        looked.addAll(ofPreferences());
        for (MessageKey word : MessageKey.values()) {
            assertTrue(
                    looked.contains(word.name()) || isNamed(source, word.name()),
                    word + " is never said");
        }
    }

    /** What the settings page says of each preference that it shows: looked up by its name. */
    private static Set<String> ofPreferences() {
        var words = new TreeSet<String>();
        for (Preference<?> preference : PersonalPreferences.ALL) {
            if (!PersonalPreferences.OF_RESOURCES.contains(preference)) {
                String name = "PREFERENCE_" + preference.name().toUpperCase(Locale.ROOT);
                words.add(name);
                words.add(name + "_HELP");
                words.add(name + "_NONE");
                for (String word : preference.kind().words()) {
                    words.add(name + "_" + word.toUpperCase(Locale.ROOT).replace('-', '_'));
                }
            }
        }
        return words;
    }

    private static boolean isNamed(String source, String name) {
        return Pattern.compile("\\b" + name + "\\b").matcher(source).find();
    }

    /** The program, and the templates of its pages. */
    private static String source(String... without) throws IOException {
        Path all = Path.of("src/main/java/org/imipagent");
        var left = Stream.of(without).map(all::resolve).toList();
        var text = new StringBuilder();
        for (Path root : List.of(all, Path.of("src/main/jte"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    text.append(left.contains(file) ? "" : Files.readString(file));
                }
            }
        }
        return text.toString();
    }
}
