package org.imipagent.stories;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Failing runs for a person to read: each made small, those of one kind together. */
final class AgreementStories {

    private AgreementStories() {}

    /** A story of each kind, the most frequent kind first. */
    static List<String> of(AgreementSites sites, List<AgreementPlan> failing) {
        var byKind = new TreeMap<String, List<String>>();
        for (AgreementPlan plan : failing) {
            AgreementPlan small = new AgreementShrinker(sites).smallest(plan);
            AgreementRun.Ending ending = sites.run(small, true);
            if (!ending.differences().isEmpty()) {
                byKind.computeIfAbsent(kind(small, ending), _ -> new ArrayList<>())
                        .add(story(small, ending));
            }
        }
        return byKind.entrySet().stream()
                .sorted(Comparator.comparingInt(kind -> -kind.getValue().size()))
                .map(kind -> kind.getValue().size() + " x " + kind.getKey() + shortest(kind))
                .toList();
    }

    private static String shortest(java.util.Map.Entry<String, List<String>> kind) {
        return "\n"
                + kind.getValue().stream()
                        .min(Comparator.comparingInt(String::length))
                        .orElseThrow();
    }

    private static String story(AgreementPlan plan, AgreementRun.Ending ending) {
        return "-Dimip.seed="
                + plan.seed()
                + "\n"
                + String.join("\n", ending.story())
                + ending.differences().stream()
                        .map(line -> "\n  != " + line)
                        .collect(Collectors.joining());
    }

    /** What was done, by kind, and what the first difference is about. */
    private static String kind(AgreementPlan plan, AgreementRun.Ending ending) {
        String first = ending.differences().getFirst();
        return plan.post()
                + (plan.kind() == AgreementPlan.Kind.SINGLE ? ", once: " : ": ")
                + plan.steps().stream()
                        .map(step -> kind(step.act()))
                        .collect(Collectors.joining(", "))
                + " => "
                + (first.startsWith("fault") ? first : first.substring(0, first.indexOf(':')));
    }

    private static String kind(AgreementAct act) {
        return switch (act) {
            case AgreementAct.Move(var on, _, _) -> "move " + on.scope();
            case AgreementAct.Title(var on, _) -> "text " + on.scope();
            case AgreementAct.Place(var on, _) -> "text " + on.scope();
            case AgreementAct.Link(var on, _) -> "text " + on.scope();
            case AgreementAct.Repeat _ -> "rule";
            case AgreementAct.Count _ -> "end";
            case AgreementAct.Until _ -> "end";
            case AgreementAct.Exclude _ -> "exclude";
            case AgreementAct.Include _ -> "include";
            case AgreementAct.PutOn(var on, _) -> "put on " + on.scope();
            case AgreementAct.TakeOff(var on, _) -> "take off " + on.scope();
            case AgreementAct.Cancel(var on) -> "cancel " + on.scope();
            case AgreementAct.AnswerCounter _ -> "answer counter";
            case AgreementAct.AnswerUninvited _ -> "answer uninvited";
            case AgreementAct.Answer(_, var on, _) -> "answer " + on.scope();
            case AgreementAct.Delegate(_, var on) -> "delegate " + on.scope();
            case AgreementAct.Counter(_, var on, _) -> "counter " + on.scope();
            case AgreementAct.Remove _ -> "remove";
        };
    }
}
