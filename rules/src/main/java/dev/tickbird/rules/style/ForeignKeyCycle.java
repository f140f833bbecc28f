// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.style;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tables each of which needs a row of the next before it can have one, and the last of the first.
public record ForeignKeyCycle() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Column.class, ForeignKey.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        List<ForeignKey> binding = snapshot.all(ForeignKey.class).stream()
                .filter(key -> key.parent() == null && key.enforced() && !key.deferrable())
                .filter(key -> key.relation() != key.referenced()) // a row may be its own parent
                .filter(key -> isNeverNull(key, relations))
                .toList();
        return new Cycles(binding).found().stream().map(cycle -> finding(cycle, relations));
    }

    private static boolean isNeverNull(ForeignKey key, Relations relations) {
        return relations.table(key.relation()).stream()
                .flatMap(table -> relations.of(table, Column.class).stream())
                .filter(column -> key.columns().contains(column.name()))
                .allMatch(Column::notNull);
    }

    private Finding finding(List<ForeignKey> keys, Relations relations) {
        List<Table> tables = keys.stream().map(relations::tableOf).distinct().toList();
        String names =
                tables.stream().map(table -> table.qualifiedName().toString()).collect(Collectors.joining(", "));
        String story = keys.stream()
                .map(key -> key.name() + " of " + relations.tableOf(key).qualifiedName())
                .collect(Collectors.joining(", "));
        return finding(
                Severity.NOTE,
                Subject.table(tables.getFirst().qualifiedName()).at(".cycle"),
                "tables " + names + " need each other's rows first",
                "Their foreign keys form a circle, none can be null, and each is checked at the end of its statement: "
                        + story + ".",
                Evidence.of("tables", tables.size()).and("foreignKeys", story),
                "No plain insert can put in a first row, and data alone, as \"pg_dump --data-only\" writes it, is loaded"
                        + " only with triggers disabled, which takes a superuser.",
                remedy(keys, tables));
    }

    /// One key that may wait for the end of the transaction opens a plain circle.
    private static Remedy remedy(List<ForeignKey> keys, List<Table> tables) {
        boolean plain =
                keys.size() == tables.size() && tables.stream().allMatch(table -> table.kind() == Table.Kind.ORDINARY);
        if (!plain) {
            return new Remedy.Advice(
                    "Make one foreign key of each circle deferrable: \"alter table … alter constraint …"
                            + " deferrable\"; then whoever needs to says \"set constraints … deferred\".");
        }
        ForeignKey key = keys.getFirst();
        Table table = tables.getFirst();
        return new Remedy.Statement(
                List.of(Step.inTransaction(Sql.format(
                        "alter table %I alter constraint %I deferrable initially immediate",
                        table.qualifiedName(), key.name()))),
                List.of(Step.inTransaction(Sql.format(
                        "alter table %I alter constraint %I not deferrable", table.qualifiedName(), key.name()))),
                Impact.locking(table.qualifiedName(), LockMode.ACCESS_EXCLUSIVE),
                null);
    }
}
