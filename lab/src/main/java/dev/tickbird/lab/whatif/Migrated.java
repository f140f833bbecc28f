// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.lab.ghost.HypotheticalIndexes;
import dev.tickbird.lab.rehearsal.Enactment;
import dev.tickbird.lab.twin.Twin;
import dev.tickbird.lab.twin.TwinGap;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Table;
import dev.tickbird.server.Script;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A twin after a migration: it runs on the thin face, so that no statement of it finds a file of a terabyte.
record Migrated(Twin twin) {

    private static final String TABLES = """
            select schema.nspname, relation.relname
            from pg_catalog.pg_class as relation
            join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
            where relation.relkind = 'r' -- r: a table with rows of its own
              and schema.nspname not in ('pg_catalog', 'information_schema')
            order by schema.nspname, relation.relname
            """;

    private static final String STATISTICS = """
            select schema.nspname, statistics.stxname
            from pg_catalog.pg_statistic_ext as statistics
            join pg_catalog.pg_namespace as schema on schema.oid = statistics.stxnamespace
            left join pg_catalog.pg_statistic_ext_data as data on data.stxoid = statistics.oid
            where data.stxoid is null
            order by schema.nspname, statistics.stxname
            """;

    /// Runs it, kept inside the twin, and says what was left out.
    List<TwinGap> run(Changes.Migration migration) {
        try {
            return Enactment.on(twin.server(), twin.database()).of(migration.name(), migration.sql()).stream()
                    .map(skipped -> new TwinGap(
                            migration.name() + ", " + skipped.place(),
                            skipped.verb() + " was not run: a twin has no rows",
                            null))
                    .toList();
        } catch (SQLException e) {
            throw TickbirdException.target(migration.name() + ": " + Script.refusal(e), null, e);
        }
    }

    /// Makes the new indexes as large as they would be, once the ghost has appeared, and says what stays unknown.
    List<TwinGap> complete(HypotheticalIndexes indexes, Snapshot snapshot) {
        Set<QualifiedName> known = new TreeSet<>();
        snapshot.all(Index.class).forEach(index -> known.add(index.qualifiedName()));
        indexes.complete(known);
        Set<QualifiedName> tables = new TreeSet<>();
        snapshot.all(Table.class).forEach(table -> tables.add(table.qualifiedName()));
        List<TwinGap> gaps = new ArrayList<>();
        try (Connection connection = twin.connect()) {
            names(connection, TABLES).stream()
                    .filter(name -> !tables.contains(name))
                    .forEach(name -> gaps.add(
                            new TwinGap("table " + name, "it is new: how many rows it will have is not known", null)));
            names(connection, STATISTICS)
                    .forEach(name -> gaps.add(new TwinGap(
                            "statistics " + name, "what they would say cannot be known without the rows", null)));
        } catch (SQLException e) {
            throw TickbirdException.target("could not look at the twin: " + Script.refusal(e), null, e);
        }
        return gaps;
    }

    private static List<QualifiedName> names(Connection connection, String query) throws SQLException {
        List<QualifiedName> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                names.add(new QualifiedName(row.getString(1), row.getString(2)));
            }
        }
        return names;
    }
}
