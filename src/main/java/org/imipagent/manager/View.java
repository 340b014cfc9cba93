package org.imipagent.manager;

import org.imipagent.messages.MessageKey;
import org.jspecify.annotations.Nullable;

/** The views of the calendar, as {@code ?view=} names them. */
enum View {
    MONTH("month", MessageKey.MONTH, MessageKey.PREVIOUS_MONTH, MessageKey.NEXT_MONTH),
    WEEK("week", MessageKey.WEEK, MessageKey.PREVIOUS_WEEK, MessageKey.NEXT_WEEK),
    DAY("day", MessageKey.DAY, MessageKey.PREVIOUS_DAY, MessageKey.NEXT_DAY),
    LIST("list", MessageKey.LIST, MessageKey.PREVIOUS_LIST, MessageKey.NEXT_LIST);

    final String name;
    final MessageKey label;
    final MessageKey previous;
    final MessageKey next;

    View(String name, MessageKey label, MessageKey previous, MessageKey next) {
        this.name = name;
        this.label = label;
        this.previous = previous;
        this.next = next;
    }

    /** The view of a name; null for none. */
    static @Nullable View of(String name) {
        for (View view : values()) {
            if (view.name.equals(name)) {
                return view;
            }
        }
        return null;
    }
}
