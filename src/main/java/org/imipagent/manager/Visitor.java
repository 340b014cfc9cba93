package org.imipagent.manager;

import org.imipagent.agent.Schedule;
import org.imipagent.itip.Person;
import org.imipagent.messages.Messages;
import org.imipagent.settings.Preferences;

/**
 * Who looks at a page.
 *
 * @param name what the page calls them; the mail address where no name is known
 * @param texts in their language
 * @param schedule when they have what
 * @param preferences what they chose
 */
public record Visitor(
        Person person, String name, Messages texts, Schedule schedule, Preferences preferences) {}
