// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import dev.tickbird.model.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the catalogs say about a relation of the user's, as the session sees it that asks.
///
/// @param kind as in `pg_class.relkind`
/// @param file the number of its file, which changes when it is written anew; 0 if it has none
/// @param table the OID of the table whose index it is; null if it is none
/// @param scans how often the session has read it from end to end since it last reported to the statistics
record Relation(
        long oid,
        QualifiedName name,
        char kind,
        long file,
        @Nullable Long table,
        long scans) {

    private static final String ALL = """
            select relation.oid, schema.nspname, relation.relname, relation.relkind, relation.relfilenode,
                   index.indrelid, pg_catalog.pg_stat_get_xact_numscans(relation.oid)
            from pg_catalog.pg_class as relation
            join pg_catalog.pg_namespace as schema on schema.oid operator(pg_catalog.=) relation.relnamespace
            left join pg_catalog.pg_index as index on index.indexrelid operator(pg_catalog.=) relation.oid
            where schema.nspname operator(pg_catalog.!~) '^pg_'
              and schema.nspname operator(pg_catalog.<>) 'information_schema'
              and relation.relkind operator(pg_catalog.<>) 'c'
            order by schema.nspname, relation.relname""";

    /// By OID.
    static Map<Long, Relation> all(Connection connection) throws SQLException {
        Map<Long, Relation> relations = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ALL)) {
            while (row.next()) {
                long table = row.getLong(6);
                Relation relation = new Relation(
                        row.getLong(1),
                        new QualifiedName(row.getString(2), row.getString(3)),
                        row.getString(4).charAt(0),
                        row.getLong(5),
                        table == 0 ? null : table,
                        row.getLong(7));
                relations.put(relation.oid(), relation);
            }
        }
        return relations;
    }

    boolean isIndex() {
        return kind == 'i';
    }

    boolean holdsRows() {
        return kind == 'r' || kind == 'm';
    }
}
