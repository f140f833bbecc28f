// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

import dev.tickbird.model.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/// The statistics objects of the twin, by name.
record StatisticsObjects(Map<QualifiedName, Long> oids) {

    private static final String ALL = """
            select object.oid::bigint, schema.nspname, object.stxname
            from pg_catalog.pg_statistic_ext as object
            join pg_catalog.pg_namespace as schema on schema.oid = object.stxnamespace
            """;

    static StatisticsObjects of(Connection connection) throws SQLException {
        Map<QualifiedName, Long> oids = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ALL)) {
            while (row.next()) {
                oids.put(new QualifiedName(row.getString(2), row.getString(3)), row.getLong(1));
            }
        }
        return new StatisticsObjects(oids);
    }
}
