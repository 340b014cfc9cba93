package org.imipagent.stories;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.imipagent.calendar.Participation;
import org.imipagent.stories.AgreementAct.Scope;
import org.imipagent.stories.AgreementAct.Target;

/**
 * All that happens in one run of the law, known before it begins.
 *
 * @param seed of the acts and of the post
 * @param kind of event that is invited to
 * @param guests how many are invited: Anna, of the organiser's site, and then Bert, of another
 * @param post how mails come
 * @param machine who answers by themselves
 * @param punctual mails that come at once and once, whatever the post is like
 */
record AgreementPlan(
        long seed,
        Kind kind,
        int guests,
        Post post,
        Machine machine,
        List<Step> steps,
        Set<String> punctual) {

    /** Who of those invited answers by themselves. */
    enum Machine {
        NOBODY,
        /** Anna accepts when free, and declines when busy; she answers by hand, too. */
        ANNA,
        /** Bert is a room. */
        BERT
    }

    /** How the mails come. */
    enum Post {
        /** In order, all of them, after each act; then both sides are compared. */
        IN_ORDER,
        /** Late, doubled, in other orders; both sides are compared when all have come. */
        DISORDERLY
    }

    /** What is invited to. */
    enum Kind {
        SINGLE(""),
        WEEKLY("RRULE:FREQ=WEEKLY;COUNT=5"),
        WEEKLY_UNTIL("RRULE:FREQ=WEEKLY;UNTIL=20261110T220000Z"),
        DAILY("RRULE:FREQ=DAILY;COUNT=4"),
        WEEKLY_ZONED("RRULE:FREQ=WEEKLY;COUNT=5"),
        WEEKLY_DAYS("RRULE:FREQ=WEEKLY;COUNT=4");

        final String rule;

        Kind(String rule) {
            this.rule = rule;
        }
    }

    /** An act with the number that it keeps when others are taken out. */
    record Step(int number, AgreementAct act) {}

    AgreementPlan {
        steps = List.copyOf(steps);
        punctual = Set.copyOf(punctual);
    }

    AgreementPlan with(List<Step> fewer) {
        return new AgreementPlan(seed, kind, guests, post, machine, fewer, punctual);
    }

    AgreementPlan punctually(String mail) {
        var more = new HashSet<>(punctual);
        more.add(mail);
        return new AgreementPlan(seed, kind, guests, post, machine, steps, more);
    }

    AgreementPlan inOrder() {
        return new AgreementPlan(seed, kind, guests, Post.IN_ORDER, machine, steps, Set.of());
    }

    AgreementPlan with(Kind simpler) {
        return new AgreementPlan(seed, simpler, guests, post, machine, steps, punctual);
    }

    AgreementPlan withOneGuest() {
        return new AgreementPlan(seed, kind, 1, post, machine, steps, punctual);
    }

    static AgreementPlan of(long seed, int acts) {
        var random = new Random(seed * 0x9E3779B97F4A7C15L);
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        int guests = 1 + random.nextInt(2);
        Post post = seed % 2 == 0 ? Post.IN_ORDER : Post.DISORDERLY;
        var steps = new ArrayList<Step>();
        for (int i = 0; i < acts; i++) {
            steps.add(new Step(i + 1, act(random)));
        }
        return new AgreementPlan(seed, kind, guests, post, Machine.NOBODY, steps, Set.of());
    }

    /** The same with somebody who answers by themselves, and is invited. */
    AgreementPlan with(Machine other) {
        return new AgreementPlan(
                seed, kind, other == Machine.BERT ? 2 : guests, post, other, steps, punctual);
    }

    private static AgreementAct act(Random random) {
        return random.nextInt(100) < 58 ? organisers(random) : attendees(random);
    }

    private static AgreementAct organisers(Random random) {
        int any = random.nextInt(1000);
        int more = random.nextInt(1000);
        return switch (random.nextInt(24)) {
            case 0, 1, 2, 3 -> {
                int[] shift = SHIFTS[any % SHIFTS.length];
                yield new AgreementAct.Move(target(random), shift[0], shift[1]);
            }
            case 4, 5 -> new AgreementAct.Title(target(random), "Talk " + any);
            case 6, 7 -> new AgreementAct.Place(target(random), "Room " + any);
            case 8 -> new AgreementAct.Link(target(random), "https://meet.example/" + any);
            case 9 -> new AgreementAct.Repeat(any, RULES.get(more % RULES.size()));
            case 10 -> new AgreementAct.Count(any, 1 + more % 7);
            case 11 -> new AgreementAct.Until(any, more);
            case 12 -> new AgreementAct.Exclude(any);
            case 13 -> new AgreementAct.Include(any);
            case 14, 15 -> new AgreementAct.TakeOff(target(random), any);
            case 16, 17, 18 -> new AgreementAct.PutOn(target(random), any);
            case 19, 20 -> cancel(random);
            case 21, 22 -> new AgreementAct.AnswerCounter(any, random.nextBoolean());
            default -> new AgreementAct.AnswerUninvited(any, random.nextBoolean());
        };
    }

    /** Seldom all of it: nothing can be done after that. */
    private static AgreementAct cancel(Random random) {
        Target on = target(random);
        boolean all = on.scope() == Scope.SERIES && random.nextInt(4) > 0;
        return new AgreementAct.Cancel(all ? new Target(Scope.DATE, on.date()) : on);
    }

    private static AgreementAct attendees(Random random) {
        int who = random.nextInt(1000);
        Target on = ownTarget(random);
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> {
                int minutes = SHIFTS[who % SHIFTS.length][0];
                yield new AgreementAct.Counter(who, on, minutes == 0 ? 45 : minutes);
            }
            case 3, 4 -> new AgreementAct.Delegate(who, on);
            case 5 -> new AgreementAct.Remove(who, on.date());
            default -> new AgreementAct.Answer(who, on, ANSWERS.get(random.nextInt(3)));
        };
    }

    private static Target target(Random random) {
        return new Target(SCOPES.get(random.nextInt(SCOPES.size())), random.nextInt(1000));
    }

    private static Target ownTarget(Random random) {
        return new Target(random.nextBoolean() ? Scope.DATE : Scope.SERIES, random.nextInt(1000));
    }

    private static final List<Scope> SCOPES =
            List.of(Scope.DATE, Scope.DATE, Scope.DATE, Scope.SERIES, Scope.SERIES, Scope.FUTURE);

    private static final List<String> RULES = List.of("daily", "weekly", "monthly", "none");

    private static final List<Participation> ANSWERS =
            List.of(Participation.ACCEPTED, Participation.TENTATIVE, Participation.DECLINED);

    /** Minutes later, and minutes longer. */
    private static final int[][] SHIFTS = {
        {120, 0}, {120, 0}, {30, 0}, {0, 30}, {-60, 0}, {1440, 0}, {15, 15}, {10_080, 0}
    };
}
