// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.model.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The users' indexes that a twin has.
record TwinIndexes(Map<QualifiedName, TwinIndex> all) {

    /// @param parent the partitioned index that it belongs to; its own name if it belongs to none
    /// @param valid whether the planner may use it
    record TwinIndex(long oid, QualifiedName parent, long table, boolean valid) {}

    private static final String INDEXES = """
            select schema.nspname, index.relname,
                   coalesce(parent_schema.nspname, schema.nspname), coalesce(parent.relname, index.relname),
                   index.oid::bigint, catalog.indrelid::bigint, catalog.indisvalid
            from pg_catalog.pg_index as catalog
            join pg_catalog.pg_class as index on index.oid = catalog.indexrelid
            join pg_catalog.pg_namespace as schema on schema.oid = index.relnamespace
            left join pg_catalog.pg_inherits as tree on tree.inhrelid = index.oid
            left join pg_catalog.pg_class as parent on parent.oid = tree.inhparent
            left join pg_catalog.pg_namespace as parent_schema on parent_schema.oid = parent.relnamespace
            where schema.nspname not in ('pg_catalog', 'pg_toast', 'information_schema')
            order by schema.nspname, index.relname
            """;

    private static final String TABLES = """
            with recursive index (oid) as (
                select unnest(?::bigint[])::oid
                union
                select tree.inhparent
                from index
                join pg_catalog.pg_inherits as tree on tree.inhrelid = index.oid)
            select catalog.indexrelid::bigint, catalog.indrelid::bigint
            from index
            join pg_catalog.pg_index as catalog on catalog.indexrelid = index.oid
            """;

    private static final String OIDS = """
            select relation.oid::bigint
            from pg_catalog.pg_class as relation
            join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
            where pg_catalog.format('%s.%s', quote_ident(schema.nspname), quote_ident(relation.relname)) = any (?)
            """;

    static TwinIndexes of(Connection connection) throws SQLException {
        Map<QualifiedName, TwinIndex> all = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(INDEXES)) {
            while (row.next()) {
                all.put(
                        new QualifiedName(row.getString(1), row.getString(2)),
                        new TwinIndex(
                                row.getLong(5),
                                new QualifiedName(row.getString(3), row.getString(4)),
                                row.getLong(6),
                                row.getBoolean(7)));
            }
        }
        return new TwinIndexes(all);
    }

    /// The tables of indexes, by the indexes; with the partitioned indexes that these belong to.
    static Map<Long, Long> tables(Connection connection, Collection<Long> indexes) throws SQLException {
        Map<Long, Long> tables = new HashMap<>();
        try (PreparedStatement ask = connection.prepareStatement(TABLES)) {
            ask.setArray(1, connection.createArrayOf("bigint", indexes.toArray()));
            try (ResultSet row = ask.executeQuery()) {
                while (row.next()) {
                    tables.put(row.getLong(1), row.getLong(2));
                }
            }
        }
        return tables;
    }

    /// The OIDs of tables.
    static Set<Long> oids(Connection connection, Collection<QualifiedName> tables) throws SQLException {
        Set<Long> oids = new HashSet<>();
        try (PreparedStatement ask = connection.prepareStatement(OIDS)) {
            Object[] names = tables.stream().map(QualifiedName::toString).toArray();
            ask.setArray(1, connection.createArrayOf("text", names));
            try (ResultSet row = ask.executeQuery()) {
                while (row.next()) {
                    oids.add(row.getLong(1));
                }
            }
        }
        return oids;
    }

    Set<QualifiedName> names() {
        return all.keySet();
    }

    /// The index and those on the partitions of its table, each with its table, as far as the planner may use them.
    Map<Long, Long> withParts(QualifiedName name) {
        Map<Long, Long> tables = new HashMap<>();
        List<QualifiedName> waiting = new ArrayList<>(List.of(name));
        while (!waiting.isEmpty()) {
            QualifiedName next = waiting.removeLast();
            all.forEach((part, index) -> {
                boolean itself = part.equals(next);
                if (itself && index.valid()) {
                    tables.put(index.oid(), index.table());
                }
                if (!itself && index.parent().equals(next)) {
                    waiting.add(part);
                }
            });
        }
        return tables;
    }
}
