// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.correlation;

import dev.tickbird.lab.twin.Twin;
import dev.tickbird.lab.twin.TwinGap;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.RelationSize;
import dev.tickbird.observe.RowSample;
import dev.tickbird.server.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A statistics object that is not there yet, in a snapshot of the database as it would be with it.
///
/// @param said which rows it was made from, or what was supposed of it without rows
public record NewStatistics(Snapshot snapshot, TwinGap said) {

    /// Creates it.
    ///
    /// @param sql `create statistics …`
    /// @param twin of the source; the drawn rows are in it for a while
    /// @throws TickbirdException if PostgreSQL refuses the statement, or nothing can be learned or supposed
    public static NewStatistics of(Snapshot snapshot, String sql, Rows rows, Twin twin) {
        try {
            Wanted wanted = wanted(twin, sql);
            Table table = table(snapshot, wanted);
            List<Table> parts = parts(snapshot, table).toList();
            long known = parts.stream().mapToLong(Table::rows).sum();
            Addition addition = new Addition(snapshot, wanted, table);
            return switch (rows.of(table, wanted.needed(), pages(snapshot, parts), known)) {
                case RowSample.Drawn sample -> learned(addition, sample, known, twin);
                case RowSample.Refused refused -> supposed(addition, known, refused);
            };
        } catch (SQLException e) {
            throw TickbirdException.target("could not make statistics on the twin: " + Script.refusal(e), null, e);
        }
    }

    private static NewStatistics learned(Addition addition, RowSample.Drawn sample, long known, Twin twin)
            throws SQLException {
        int rows = sample.rows().size();
        if (rows == 0) {
            throw TickbirdException.usage(
                    "table \"" + addition.wanted().table() + "\" has no rows to learn from", null);
        }
        try (SampleTable table = SampleTable.of(twin, addition, sample)) {
            Totals totals = new Totals(rows, (double) Math.max(rows, known));
            Snapshot learned = addition.with(new Learned(addition, table, totals).facts());
            return new NewStatistics(learned, said(addition.wanted(), rows));
        }
    }

    private static NewStatistics supposed(Addition addition, long known, RowSample.Refused refused) {
        Supposition supposition = Supposition.of(addition, known, refused);
        return new NewStatistics(addition.with(List.of(supposition.data())), supposition.said(refused));
    }

    private static Wanted wanted(Twin twin, String sql) throws SQLException {
        try (Connection connection = twin.connect()) {
            return Wanted.of(connection, sql);
        }
    }

    private static Table table(Snapshot snapshot, Wanted wanted) {
        return snapshot.all(Table.class).stream()
                .filter(table -> table.qualifiedName().equals(wanted.table()))
                .findFirst()
                .orElseThrow(
                        () -> TickbirdException.usage("\"" + wanted.table() + "\" is no table of the source", null));
    }

    /// What holds the rows of a table: itself, or its partitions.
    private static Stream<Table> parts(Snapshot snapshot, Table table) {
        return table.kind() == Table.Kind.PARTITIONED
                ? Relations.of(snapshot).children(table).stream().flatMap(child -> parts(snapshot, child))
                : Stream.of(table);
    }

    private static long pages(Snapshot snapshot, List<Table> parts) {
        Set<Long> oids = parts.stream().map(Table::oid).collect(Collectors.toSet());
        return snapshot.all(RelationSize.class).stream()
                .filter(size -> oids.contains(size.oid()))
                .mapToLong(RelationSize::pages)
                .sum();
    }

    private static TwinGap said(Wanted wanted, int rows) {
        return new TwinGap(
                "statistics object " + wanted.name(),
                "sampled " + Words.count(rows, "row") + " of table " + wanted.table(),
                null);
    }
}
