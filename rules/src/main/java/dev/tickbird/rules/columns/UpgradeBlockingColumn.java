// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.columns;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.ColumnDependant;
import dev.tickbird.model.schema.Constraint;
import dev.tickbird.model.schema.Domain;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.PartitionedTable;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Columns that hold OIDs of functions, operators and the like by name: `pg_upgrade` refuses them.
public record UpgradeBlockingColumn() implements Rule {

    /// regclass, regrole and regtype keep their OIDs in an upgrade; these do not.
    private static final Set<String> LOST = Set.of(
            "regcollation",
            "regconfig",
            "regdictionary",
            "regnamespace",
            "regoper",
            "regoperator",
            "regproc",
            "regprocedure");

    @Override
    public Needs needs() {
        return Needs.facts(
                Table.class,
                Column.class,
                ColumnDependant.class,
                Constraint.class,
                Domain.class,
                ForeignKey.class,
                Index.class,
                PartitionedTable.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Map<Long, String> domains = snapshot.all(Domain.class).stream()
                .collect(Collectors.toMap(Domain::oid, Domain::baseType, (one, other) -> one));
        Function<Column, String> stored = column -> domains.getOrDefault(column.typeOid(), column.type());
        return TypedColumns.of(
                        snapshot, column -> LOST.contains(stored.apply(column).replace("[]", "")))
                .map(typed -> finding(typed, snapshot));
    }

    private Finding finding(TypedColumns typed, Snapshot snapshot) {
        Table table = typed.table();
        String types = typed.columns().stream().map(Column::type).distinct().collect(Collectors.joining(", "));
        boolean arrays =
                typed.columns().stream().anyMatch(column -> column.type().endsWith("[]"));
        return finding(
                Severity.ADVICE,
                Subject.table(table.qualifiedName()),
                "table \"" + table.qualifiedName() + "\" has columns that pg_upgrade refuses",
                typed.names() + " " + typed.verb("is", "are") + " of type " + types
                        + ", which stores the OID of an object of the catalog.",
                Evidence.of("columns", typed.columns().size())
                        .and("names", typed.names())
                        .and("types", types),
                "The OIDs of such objects are others after an upgrade, so pg_upgrade ends before it begins, on managed services"
                        + " in the maintenance window.",
                ChangedType.to(arrays ? "text[]" : "text", typed, snapshot));
    }
}
