package org.imipagent.store;

import java.sql.SQLException;

/**
 * The one row of the whole store.
 *
 * @param version of the tables
 * @param secret of the forms
 */
record SiteRow(long version, byte[] secret) {

    /** In the order of the columns in {@link Sql#SITE}. */
    static SiteRow of(Columns row) throws SQLException {
        return new SiteRow(row.number(1), row.bytes(2));
    }
}
