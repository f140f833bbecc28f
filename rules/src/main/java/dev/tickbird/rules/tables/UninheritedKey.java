// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.tables;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/// A table with heirs (`inherits`) whose key they do not have: it holds for each table by itself, and foreign keys to
/// it do not see
/// their rows.
public record UninheritedKey() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Index.class, ForeignKey.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        return snapshot.all(Table.class).stream()
                .filter(table -> table.kind() == Table.Kind.ORDINARY)
                .filter(table -> !heirs(table, relations).isEmpty())
                .filter(table -> relations.of(table, Index.class).stream().anyMatch(Index::unique))
                .filter(table -> heirs(table, relations).stream().noneMatch(UninheritedKey::isChunk))
                .map(table -> finding(table, snapshot));
    }

    /// Its partitions have its keys.
    private static List<Table> heirs(Table table, Relations relations) {
        return relations.children(table).stream().filter(it -> !it.partition()).toList();
    }

    /// What TimescaleDB makes and keeps in order.
    private static boolean isChunk(Table table) {
        return table.schema().startsWith("_timescaledb");
    }

    private Finding finding(Table table, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        QualifiedName name = table.qualifiedName();
        List<Table> heirs = heirs(table, relations);
        long rows =
                heirs.stream().mapToLong(it -> TableTree.of(snapshot).rows(it)).sum();
        String names = Words.some(
                heirs.stream().map(it -> it.qualifiedName().toString()).toList(), 5);
        List<String> referencing = relations.referencing(table).stream()
                .map(key -> relations.tableOf(key).qualifiedName() + "(" + String.join(", ", key.columns()) + ")")
                .distinct()
                .toList();
        String seen = referencing.isEmpty()
                ? ""
                : " The rows there cannot be referenced: foreign keys to it, " + String.join(", ", referencing)
                        + ", see only its own.";
        return finding(
                referencing.isEmpty() ? Severity.ADVICE : Severity.WARNING,
                Subject.table(name),
                "table \"" + name + "\" has a key that does not hold in the tables that inherit from it",
                Words.count(heirs.size(), "table") + " inherit" + (heirs.size() == 1 ? "s" : "") + " from it: " + names
                        + (heirs.size() == 1 ? ". It holds about " : ". They hold about ") + Words.count(rows, "row")
                        + ".",
                Evidence.of("rows", rows).and("heirs", heirs.size()).and("referencing", referencing.size()),
                "Queries of it show the same key more than once, for each table checks only its own rows." + seen,
                new Remedy.Advice(
                        "If it divides one kind of rows, make it a partitioned table, whose keys hold for the whole.",
                        "If these are different kinds of things, give each its own table without inheritance, and a view that"
                                + " shows what they have in common."));
    }
}
