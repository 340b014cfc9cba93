package org.imipagent.agent;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person does on the page of their settings: all of it, or nothing.
 *
 * @param chosen the texts of preferences by name; "" for the site's default
 * @param step what is done beside; null for nothing
 */
public record ProfileAction(Map<String, String> chosen, @Nullable Step step) {

    public ProfileAction {
        chosen = Map.copyOf(chosen);
    }

    /** What is done beside. */
    public sealed interface Step {}

    /** The calendar feed gets another secret address; who has the old one has nothing. */
    public record RenewFeed() implements Step {}

    /** A code is mailed to an address that the person says is theirs. */
    public record AskForCode(String address) implements Step {}

    /** The person enters the code. */
    public record ProveAlias(String address, String code) implements Step {}

    /** An address is the person's no more. */
    public record DropAlias(String address) implements Step {}
}
