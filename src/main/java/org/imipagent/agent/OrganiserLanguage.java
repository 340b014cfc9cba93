package org.imipagent.agent;

import java.util.List;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.VEvent;
import org.imipagent.settings.Language;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.store.ReadTransaction;
import org.jspecify.annotations.Nullable;

/**
 * In which language a resource writes to who asks for it: theirs where it is known, as the
 * preference of somebody of this site, or since their program says in which language the event is
 * (LANGUAGE: RFC 5545, 3.2.10); else its own.
 */
record OrganiserLanguage(Installation site, ReadTransaction reading) {

    private static final List<String> WRITTEN = List.of("SUMMARY", "DESCRIPTION", "LOCATION");

    /** The resource, speaking that language. */
    Participant speaking(Participant resource, VEvent part) {
        Language language = preferred(part.organiser());
        if (language == null) {
            language = written(part);
        }
        return language == null ? resource : resource.speaking(language);
    }

    private @Nullable Language preferred(@Nullable Attendee organiser) {
        if (organiser == null) {
            return null;
        }
        String tag =
                reading.preferences(site.user(reading, organiser.address()))
                        .get(PersonalPreferences.LANG.name());
        return tag == null ? null : Language.nearest(tag);
    }

    private static @Nullable Language written(VEvent part) {
        for (String name : WRITTEN) {
            Property property = part.component().first(name);
            String tag = property == null ? null : property.parameter("LANGUAGE");
            Language language = tag == null ? null : Language.nearest(tag);
            if (language != null) {
                return language;
            }
        }
        return null;
    }
}
