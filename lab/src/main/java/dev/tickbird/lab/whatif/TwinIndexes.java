// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.model.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The users' indexes that a twin has, with the partitioned index that each belongs to; an index that belongs to none
/// belongs to itself.
record TwinIndexes(Map<QualifiedName, QualifiedName> parents) {

    private static final String INDEXES = """
            select schema.nspname, index.relname,
                   coalesce(parent_schema.nspname, schema.nspname), coalesce(parent.relname, index.relname)
            from pg_catalog.pg_class as index
            join pg_catalog.pg_namespace as schema on schema.oid = index.relnamespace
            left join pg_catalog.pg_inherits as tree on tree.inhrelid = index.oid
            left join pg_catalog.pg_class as parent on parent.oid = tree.inhparent
            left join pg_catalog.pg_namespace as parent_schema on parent_schema.oid = parent.relnamespace
            where index.relkind in ('i', 'I') -- i: an index, I: a partitioned one
              and schema.nspname not in ('pg_catalog', 'pg_toast', 'information_schema')
            order by schema.nspname, index.relname
            """;

    static TwinIndexes of(Connection connection) throws SQLException {
        Map<QualifiedName, QualifiedName> parents = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(INDEXES)) {
            while (row.next()) {
                parents.put(
                        new QualifiedName(row.getString(1), row.getString(2)),
                        new QualifiedName(row.getString(3), row.getString(4)));
            }
        }
        return new TwinIndexes(parents);
    }

    Set<QualifiedName> names() {
        return parents.keySet();
    }

    /// The index and those on the partitions of its table.
    Set<QualifiedName> withParts(QualifiedName index) {
        Set<QualifiedName> all = new TreeSet<>();
        List<QualifiedName> waiting = new ArrayList<>(List.of(index));
        while (!waiting.isEmpty()) {
            QualifiedName next = waiting.removeLast();
            if (all.add(next)) {
                parents.forEach((part, parent) -> {
                    if (parent.equals(next)) {
                        waiting.add(part);
                    }
                });
            }
        }
        return all;
    }
}
