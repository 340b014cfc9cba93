package org.imipagent.tools;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.imipagent.agent.ResourcePhotos;
import org.imipagent.agent.Resources;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.ResourceKind;
import org.imipagent.store.ReadTransaction;
import org.imipagent.store.WriteTransaction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code resources import}: a whole list, all of it or nothing. */
@Command(
        name = "import",
        description = {
            "Add or change the resources of a list: a file of comma-separated values whose first line names the"
                    + " columns (address, name, kind, capacity, place, note, photo, owner, group, chain), or what"
                    + " ldapsearch prints.",
            "What a list does not name stays as it is; the value none takes away. All of it is kept, or, if"
                    + " anything is wrong, nothing. Prints one line per resource: added, changed or unchanged."
        })
final class ResourceImport implements Tool {

    private static final int MOST_PROBLEMS = 20;

    @Mixin private AsJson json = new AsJson();

    @Option(
            names = "--ldif",
            description = "Read entries of a directory (LDIF), as ldapsearch prints them.")
    private boolean isLdif;

    @Option(names = "--dry-run", description = "Keep nothing: print what would be done.")
    private boolean dryRun;

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "The list, in UTF-8, or - for standard input.")
    private String file = "";

    /** What is done with a resource: each preference that changes, with its new value. */
    private record Plan(
            int line, CalendarAddress address, boolean isNew, Map<String, String> changes) {
        private String outcome() {
            if (isNew) {
                return "added";
            }
            return changes.isEmpty() ? "unchanged" : "changed";
        }
    }

    @Override
    public void run(CommandContext context) throws NotDone, IOException {
        List<ResourceList.Entry> entries = entries(text(context));
        try (Opened opened = context.open()) {
            List<Plan> plans = plans(opened, entries);
            if (!dryRun) {
                opened.store()
                        .change(writing -> plans.forEach(each -> keep(writing, each, context)));
                var changed = new ArrayList<CalendarAddress>();
                for (Plan each : plans) {
                    if (each.isNew() || !each.changes().isEmpty()) {
                        changed.add(each.address());
                    }
                }
                opened.publish(changed, context.now());
            }
            try (Listing listing = json.listing(context, "outcome", "address", "changes", "line")) {
                for (Plan each : plans) {
                    listing.row(
                            each.outcome(),
                            each.address().email(),
                            each.changes().isEmpty() ? null : List.copyOf(each.changes().keySet()),
                            each.line());
                }
            }
        }
    }

    private static void keep(WriteTransaction writing, Plan plan, CommandContext context) {
        if (plan.isNew()) {
            writing.add(plan.address(), context.now());
        }
        plan.changes()
                .forEach(
                        (name, value) ->
                                writing.prefer(
                                        plan.address(), name, value.isEmpty() ? null : value));
    }

    // ---- Read

    private String text(CommandContext context) throws NotDone, IOException {
        try {
            byte[] octets = context.calendar(file);
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException otherwise) {
            throw NotDone.refused(file + " is not in UTF-8: convert it with iconv");
        } catch (NoSuchFileException missing) {
            throw NotDone.refused("no such file: " + file);
        }
    }

    private List<ResourceList.Entry> entries(String text) throws NotDone {
        try {
            return isLdif ? ResourceList.ofLdif(text) : ResourceList.ofCsv(text);
        } catch (NotDone wrong) {
            throw NotDone.refused(file + ", " + wrong.getMessage() + "; nothing was changed");
        }
    }

    // ---- Compared with what is kept

    private List<Plan> plans(Opened opened, List<ResourceList.Entry> entries) throws NotDone {
        var plans = new LinkedHashMap<CalendarAddress, Plan>();
        var problems = new ArrayList<String>();
        try (ReadTransaction reading = opened.store().read()) {
            for (ResourceList.Entry each : entries) {
                Plan plan = plan(opened, reading, each);
                problems.addAll(problems(opened, reading, each, plan));
                Plan before = plans.putIfAbsent(plan.address(), plan);
                if (before != null) {
                    problems.add(
                            at(each, plan.address().email())
                                    + "stands in line "
                                    + before.line()
                                    + ", too: leave out one of them");
                }
            }
        }
        if (!problems.isEmpty()) {
            int more = problems.size() - MOST_PROBLEMS;
            var lines =
                    new ArrayList<>(problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())));
            lines.add(
                    more > 0
                            ? "and " + more + " more; nothing was changed"
                            : "nothing was changed");
            throw new NotDone(NotDone.Why.REFUSED, lines);
        }
        return List.copyOf(plans.values());
    }

    private static Plan plan(Opened opened, ReadTransaction reading, ResourceList.Entry entry) {
        CalendarAddress address = address(reading, entry);
        var wanted = new LinkedHashMap<>(entry.chosen());
        if (entry.addresses().size() > 1) {
            var aliases = new ArrayList<String>();
            for (CalendarAddress each : entry.addresses()) {
                if (!each.equals(address)) {
                    aliases.add(each.email());
                }
            }
            aliases.sort(null);
            wanted.put(PersonalPreferences.ALIASES.name(), String.join("\n", aliases));
        }
        boolean isResource = new Resources(opened.site(), reading).of(address) != null;
        if (!isResource) {
            wanted.putIfAbsent(PersonalPreferences.RESOURCE.name(), ResourceKind.ROOM.word());
        }
        Map<String, String> kept = reading.preferences(address);
        var changes = new LinkedHashMap<String, String>();
        wanted.forEach(
                (name, value) -> {
                    if (!value.equals(Objects.requireNonNullElse(kept.get(name), ""))) {
                        changes.put(name, value);
                    }
                });
        return new Plan(entry.line(), address, !reading.knows(address), changes);
    }

    /**
     * A directory keeps no order: of several addresses the one that is a resource already is it.
     */
    private static CalendarAddress address(ReadTransaction reading, ResourceList.Entry entry) {
        for (CalendarAddress each : entry.addresses()) {
            if (reading.knows(each)) {
                return each;
            }
        }
        return entry.addresses().getFirst();
    }

    // ---- What is wrong

    private List<String> problems(
            Opened opened, ReadTransaction reading, ResourceList.Entry entry, Plan plan) {
        String of = at(entry, plan.address().email());
        for (CalendarAddress each : entry.addresses()) {
            if (!each.isMail()) {
                return List.of(at(entry, "address") + "not an email address: '" + each.uri() + "'");
            }
        }
        CalendarAddress owner = reading.owner(plan.address());
        if (owner != null && !owner.equals(plan.address())) {
            return List.of(of + "is an alias of " + owner.email() + ": leave it out");
        }
        if (reading.knows(plan.address())
                && new Resources(opened.site(), reading).of(plan.address()) == null) {
            return List.of(
                    of
                            + "is a person's: if it is to be a resource, imip-agent resources add "
                            + plan.address().email());
        }
        String kind = entry.chosen().get(PersonalPreferences.RESOURCE.name());
        if (kind != null && (kind.isEmpty() || kind.equals(ResourceKind.NONE.word()))) {
            return List.of(
                    of
                            + "kind cannot be none: imip-agent resources remove "
                            + plan.address().email());
        }
        var problems = new ArrayList<String>();
        plan.changes()
                .forEach(
                        (name, value) -> {
                            String problem = problem(opened, reading, plan.address(), name, value);
                            if (problem != null) {
                                problems.add(of + problem);
                            }
                        });
        return List.copyOf(problems);
    }

    private static @Nullable String problem(
            Opened opened,
            ReadTransaction reading,
            CalendarAddress address,
            String name,
            String value) {
        String problem = opened.site().problem(reading, address, name, value);
        boolean isPhoto = name.equals(PersonalPreferences.PHOTO.name()) && !value.isEmpty();
        return problem == null && isPhoto
                ? ResourcePhotos.of(opened.site().settings()).problem(value)
                : problem;
    }

    private String at(ResourceList.Entry entry, String what) {
        return file + ", line " + entry.line() + ": " + what + ": ";
    }
}
