// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.partitioning;

import dev.tickbird.lab.twin.TwinGap;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.Suggestion;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Inheritance;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.server.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// A table that is divided into partitions, in a snapshot of the database as it would then be.
///
/// ```java
/// Partitioning divided = Partitioning.of(snapshot, "orders by range (placed) every 1 month", names, connection);
/// ```
///
/// @param gaps what the table cannot keep, and what was assumed
public record Partitioning(Snapshot snapshot, List<TwinGap> gaps) {

    /// How a user's name of a table finds the table.
    public interface Tables {
        /// @throws TickbirdException if there is none, or more than one
        QualifiedName named(String name);
    }

    public Partitioning {
        gaps = List.copyOf(gaps);
    }

    /// Divides a table.
    ///
    /// @param text `TABLE by range (COLUMN) every STEP`, `by list (COLUMN)`, `by hash (COLUMN, …) into COUNT`
    /// @param twin where the types of the source's columns exist; rolled back, as by closing it, it keeps nothing
    /// @throws TickbirdException if it cannot be divided so
    public static Partitioning of(Snapshot snapshot, String text, Tables tables, Connection twin) {
        Scheme scheme = Scheme.parse(text);
        Table table = table(snapshot, tables.named(scheme.table()));
        List<Column> key = scheme.columns().stream()
                .map(name -> column(snapshot, table, name))
                .toList();
        try {
            twin.setAutoCommit(false);
            try (Statement statement = twin.createStatement()) {
                statement.execute("set local search_path = pg_catalog");
                statement.execute("set local jit = off");
                statement.execute("set local statement_timeout = '1min'"); // bounds are expressions
            }
            Spread spread = new Spreading(snapshot, table, scheme, twin).over(key);
            PartitionedFacts facts = new PartitionedFacts(snapshot, table, scheme, spread);
            Snapshot divided = facts.divided();
            List<TwinGap> gaps = new ArrayList<>(facts.gaps());
            gaps.add(assumption(table, spread));
            return new Partitioning(divided, gaps);
        } catch (SQLException e) {
            throw TickbirdException.usage(
                    "cannot divide table \"" + table.qualifiedName() + "\": "
                            + Script.refusal(e).replaceAll(" at character \\d+$", ""),
                    null);
        }
    }

    private static Table table(Snapshot snapshot, QualifiedName name) {
        Table table = snapshot.all(Table.class).stream()
                .filter(each -> each.qualifiedName().equals(name))
                .findFirst()
                .orElseThrow();
        String obstacle = switch (table.kind()) {
            case PARTITIONED -> "it is divided already";
            case FOREIGN -> "it is a foreign table";
            case MATERIALIZED_VIEW -> "it is a materialized view";
            case ORDINARY -> obstacle(snapshot, table);
        };
        if (!obstacle.isEmpty()) {
            throw TickbirdException.usage("cannot divide table \"" + name + "\": " + obstacle, null);
        }
        return table;
    }

    private static String obstacle(Snapshot snapshot, Table table) {
        boolean inherits = snapshot.observed().contains(Inheritance.class)
                && snapshot.all(Inheritance.class).stream()
                        .anyMatch(it -> it.relation() == table.oid() || it.parent() == table.oid());
        if (table.partition()) {
            return "it is a partition of " + Relations.of(snapshot).root(table).qualifiedName();
        }
        if (table.extension() != null) {
            return "extension \"" + table.extension() + "\" owns it";
        }
        if (inherits) {
            return "it inherits, or others inherit from it";
        }
        return table.rows() > 0 ? "" : "it has no rows, or was never analyzed";
    }

    private static Column column(Snapshot snapshot, Table table, String name) {
        List<Column> columns = Relations.of(snapshot).of(table, Column.class);
        Column wanted = columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> TickbirdException.usage(
                        "column \"" + name + "\" of table \"" + table.qualifiedName() + "\" does not exist",
                        Suggestion.sentence(
                                        name, columns.stream().map(Column::name).toList())
                                .orElse(null)));
        if (!wanted.generated().isEmpty()) {
            throw TickbirdException.usage(
                    "cannot divide table \"" + table.qualifiedName() + "\": its column \"" + name
                            + "\" is generated, and no partition key may be",
                    null);
        }
        return wanted;
    }

    private static TwinGap assumption(Table table, Spread spread) {
        String known = spread.byColumn().isEmpty()
                ? "values are taken to be"
                : "values of other columns than "
                        + String.join(", ", new TreeSet<>(spread.byColumn().keySet()))
                        + " are taken to be";
        return new TwinGap(
                "table " + table.qualifiedName(),
                known + " spread alike over its " + Words.count(spread.parts().size(), "partition"),
                null);
    }
}
