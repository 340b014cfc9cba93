package org.imipagent.store;

import java.util.List;

/**
 * What differs in the SQL of two databases.
 *
 * @param text type of a text that is ordered by its code points
 * @param bytes type of bytes
 * @param number type of a key that counts up and never gives a number twice
 * @param occurrences the search of {@link Sql#occurrences}, which each database plans in its own
 *     way
 * @param skipLocked what makes a queue give a row to one process only, where rows have locks
 * @param keyed what makes a table be its own key, where that spares a second copy of it
 * @param overwrite what makes deleted rows of this transaction be overwritten in the file; empty
 *     where the database has no such word
 * @param countOn what makes numbers go on after rows that were written with theirs
 */
record Dialect(
        String text,
        String bytes,
        String number,
        String occurrences,
        String skipLocked,
        String keyed,
        String overwrite,
        List<String> countOn) {

    /** A statement with this dialect's words in the place of the words in braces. */
    String write(String statement) {
        return statement
                .replace("{text}", text)
                .replace("{bytes}", bytes)
                .replace("{number}", number)
                .replace("{skip locked}", skipLocked)
                .replace("{keyed}", keyed);
    }
}
