// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.replication;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.replication.PublishedTable;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Prescribes what identifies the rows of published tables: a unique index that may, or else the whole row.
final class ReplicaIdentity {

    private ReplicaIdentity() {}

    /// @param parts how the tables are published
    static Remedy of(List<Table> tables, List<PublishedTable> parts, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        boolean wholeRowIsSent = parts.stream().allMatch(part -> part.columns().isEmpty());
        boolean filtered = parts.stream().anyMatch(part -> part.rowFilter() != null); // may read any column
        List<Step> cure = new ArrayList<>();
        List<Step> undo = new ArrayList<>();
        Impact impact = Impact.NONE;
        for (Table table : tables) {
            Optional<Index> index = wholeRowIsSent && !filtered ? identifying(table, relations) : Optional.empty();
            Optional<String> obstacle = index.isPresent() ? Optional.empty() : obstacle(table, parts, snapshot);
            if (obstacle.isPresent()) {
                return new Remedy.Advice("Give it a primary key. " + obstacle.get());
            }
            cure.add(Step.inTransaction(index.map(it -> Sql.format(
                            "alter table %I replica identity using index %I", table.qualifiedName(), it.name()))
                    .orElseGet(() -> Sql.format("alter table %I replica identity full", table.qualifiedName()))));
            undo.addFirst(Step.inTransaction(former(table)));
            impact = impact.andLocking(table.qualifiedName(), LockMode.ACCESS_EXCLUSIVE);
            if (index.isPresent()) {
                impact = impact.andLocking(index.get().qualifiedName(), LockMode.SHARE);
            }
        }
        return new Remedy.Statement(cure, undo, impact, null);
    }

    /// Why the whole row cannot be the identity.
    private static Optional<String> obstacle(Table table, List<PublishedTable> parts, Snapshot snapshot) {
        if (parts.stream().anyMatch(part -> !part.columns().isEmpty())) {
            return Optional.of("It must be on columns that the publication's column list holds; a list allows neither"
                    + " the whole row as identity nor columns it leaves out.");
        }
        WholeRow row = new WholeRow(table, parts, snapshot);
        return row.unsent()
                .map(column ->
                        "The whole row cannot identify, for the generated column \"" + column + "\" is not sent.")
                .or(() -> row.incomparable()
                        .map(column -> "With the whole row as identity a subscriber that has no key either stops at the"
                                + " first change, for column \"" + column.name() + "\" of type " + column.type()
                                + " has no equality operator."));
    }

    /// The smallest index that PostgreSQL accepts: unique, checked at once, on every row, no column of it nullable.
    private static Optional<Index> identifying(Table table, Relations relations) {
        Set<String> notNull = relations.of(table, Column.class).stream()
                .filter(column -> column.notNull() && column.generated().isEmpty()) // others may not be sent
                .map(Column::name)
                .collect(Collectors.toSet());
        return relations.of(table, Index.class).stream()
                .filter(index -> index.unique() && index.immediate() && index.valid() && !index.isPartial())
                .filter(index -> notNull.containsAll(index.columns())) // an expression has no name
                .min(Comparator.comparingInt(index -> index.columns().size()));
    }

    /// An index that identified rows and was dropped leaves a table as if it had none.
    private static Sql former(Table table) {
        return switch (table.replicaIdentity()) {
            case DEFAULT -> Sql.format("alter table %I replica identity default", table.qualifiedName());
            case FULL -> Sql.format("alter table %I replica identity full", table.qualifiedName());
            case NOTHING, INDEX -> Sql.format("alter table %I replica identity nothing", table.qualifiedName());
        };
    }
}
