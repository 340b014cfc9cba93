package org.imipagent.stories;

import java.util.ArrayList;
import java.util.List;
import org.imipagent.stories.AgreementPlan.Kind;
import org.imipagent.stories.AgreementPlan.Post;
import org.imipagent.stories.AgreementPlan.Step;

/** Makes a failing plan as small as it goes: the story that a person reads. */
record AgreementShrinker(AgreementSites sites) {

    AgreementPlan smallest(AgreementPlan failing) {
        AgreementPlan plan = failing;
        if (plan.post() == Post.DISORDERLY && sites.fails(plan.inOrder())) {
            plan = plan.inOrder();
        }
        plan = fewerActs(upToTheFailure(plan));
        plan = simpler(plan);
        plan = fewerActs(plan);
        return punctual(plan);
    }

    private AgreementPlan upToTheFailure(AgreementPlan plan) {
        int acts = sites.run(plan, false).acts();
        List<Step> steps = plan.steps();
        return plan.with(steps.subList(0, Math.min(acts, steps.size())));
    }

    /** Without each act that is not needed, the later first; again until none can go. */
    private AgreementPlan fewerActs(AgreementPlan plan) {
        AgreementPlan smallest = plan;
        for (boolean again = true; again; ) {
            again = false;
            for (int i = smallest.steps().size() - 1; i >= 0; i--) {
                var fewer = new ArrayList<>(smallest.steps());
                fewer.remove(i);
                AgreementPlan without = smallest.with(fewer);
                if (sites.fails(without)) {
                    smallest = without;
                    again = true;
                }
            }
        }
        return smallest;
    }

    private AgreementPlan simpler(AgreementPlan plan) {
        AgreementPlan simplest = plan;
        if (plan.guests() > 1 && sites.fails(plan.withOneGuest())) {
            simplest = plan.withOneGuest();
        }
        for (Kind kind : Kind.values()) {
            if (kind.compareTo(simplest.kind()) < 0 && sites.fails(simplest.with(kind))) {
                return simplest.with(kind);
            }
        }
        return simplest;
    }

    private AgreementPlan punctual(AgreementPlan plan) {
        AgreementPlan smallest = plan;
        for (String mail : sites.run(plan, false).mails()) {
            AgreementPlan less = smallest.punctually(mail);
            if (sites.fails(less)) {
                smallest = less;
            }
        }
        return smallest;
    }
}
