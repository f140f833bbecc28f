// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Names that tables of several schemas have: a plan does not tell which of them it reads.
final class Namesakes {

    private static final String QUERY = "select relname from pg_catalog.pg_class"
            + " where relkind in ('r', 'p', 'm', 'f') group by relname having count(*) > 1";

    private final Connection connection;
    private @Nullable Set<String> names;

    Namesakes(Connection connection) {
        this.connection = connection;
    }

    boolean areIn(Plan plan) throws SQLException {
        return !Collections.disjoint(plan.relations(), names());
    }

    private Set<String> names() throws SQLException {
        if (names == null) {
            Set<String> found = new HashSet<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(QUERY)) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            names = found;
        }
        return names;
    }
}
