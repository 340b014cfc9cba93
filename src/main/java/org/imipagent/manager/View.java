package org.imipagent.manager;

import org.imipagent.text.Word;
import org.jspecify.annotations.Nullable;

/** The views of the calendar, as {@code ?view=} names them. */
enum View {
    MONTH("month", Word.MONTH, Word.PREVIOUS_MONTH, Word.NEXT_MONTH),
    WEEK("week", Word.WEEK, Word.PREVIOUS_WEEK, Word.NEXT_WEEK),
    DAY("day", Word.DAY, Word.PREVIOUS_DAY, Word.NEXT_DAY),
    LIST("list", Word.LIST, Word.PREVIOUS_LIST, Word.NEXT_LIST);

    final String name;
    final Word label;
    final Word previous;
    final Word next;

    View(String name, Word label, Word previous, Word next) {
        this.name = name;
        this.label = label;
        this.previous = previous;
        this.next = next;
    }

    /** The view of a name; the month for "", null for none. */
    static @Nullable View of(String name) {
        if (name.isEmpty()) {
            return MONTH;
        }
        for (View view : values()) {
            if (view.name.equals(name)) {
                return view;
            }
        }
        return null;
    }
}
