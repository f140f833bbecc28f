// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.integrity;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.schema.Collation;
import dev.tickbird.model.schema.Index;
import dev.tickbird.rules.indexes.RebuiltIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The indexes whose order a collation decides, and how they come into the order of today.
///
/// Of the index methods that keep an order, all ask the collation, unless their operator class compares bytes, words or
/// hashes. A hash index does not: equal strings stay equal.
final class SortedIndexes {

    private static final Set<String> ORDERED = Set.of("btree", "gist", "gin", "brin");
    private static final String UNORDERED_CLASS = "(.*\\.)?\"?(\\w*_pattern_ops|\\w*_trgm_ops|\\w*_bloom_ops)\"?";

    private SortedIndexes() {}

    /// Those of tables with rows of their own, in the order of their names.
    static List<Index> by(CollationVersionMismatch.Sorting sorting, Snapshot snapshot) {
        return isAmbiguous(sorting, snapshot)
                ? List.of()
                : snapshot.all(Index.class).stream()
                        .filter(index -> !index.partitioned() && ORDERED.contains(index.method()))
                        .filter(index -> isSortedBy(sorting.key(), index))
                        .toList();
    }

    private static boolean isSortedBy(String collation, Index index) {
        for (int i = 0; i < index.collations().size(); i++) {
            if (index.collations().get(i).equals(collation)
                    && !index.operatorClasses().get(i).matches(UNORDERED_CLASS)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the name alone does not say which collation it is, one that has changed or one that has not.
    private static boolean isAmbiguous(CollationVersionMismatch.Sorting sorting, Snapshot snapshot) {
        return snapshot.all(Collation.class).stream()
                        .filter(collation -> collation.name().equals(sorting.key()))
                        .filter(collation -> !collation.provider().equals("default"))
                        .count()
                > 1;
    }

    static Remedy rebuilt(
            CollationVersionMismatch.Sorting sorting, List<Index> sorted, int namedIndexes, Snapshot snapshot) {
        Sql refresh = refresh(sorting, snapshot);
        if (sorted.size() > namedIndexes) {
            return Remedy.Advice.inOrder(
                    List.of(
                            "In a quiet time, build the indexes anew: " + everything(snapshot) + ". It needs as much"
                                    + " room as the largest of them, and goes on while others work.",
                            "Where it reports rows that are not unique any more, decide which of them stays, and build"
                                    + " that index once more.",
                            "Build the indexes of exclusion constraints, which it leaves out, by \"reindex index\".",
                            "Then run \"" + refresh + "\"."),
                    null);
        }
        RebuiltIndex rebuilt = RebuiltIndex.of(sorted, snapshot);
        List<Step> steps = new ArrayList<>(rebuilt.steps());
        steps.add(Step.inTransaction(refresh));
        Impact impact = sorted.stream().anyMatch(Index::unique)
                ? rebuilt.impact()
                        .andRemarking("stops at a unique index where rows are not unique any more: decide which of them"
                                + " stays, and begin again there")
                : rebuilt.impact();
        return Remedy.Statement.harmless(steps, impact, null);
    }

    private static Sql everything(Snapshot snapshot) {
        return Sql.format(
                "reindex database concurrently %I",
                snapshot.the(dev.tickbird.model.server.Server.class).database());
    }

    private static Sql refresh(CollationVersionMismatch.Sorting sorting, Snapshot snapshot) {
        return snapshot.all(Collation.class).stream()
                .filter(collation -> sorting.subject().kind().equals("collation")
                        && collation.qualifiedName().toString().equals(sorting.name()))
                .map(collation -> refreshed(collation.qualifiedName()))
                .findFirst()
                .orElseGet(() -> Sql.format("alter database %I refresh collation version", sorting.name()));
    }

    private static Sql refreshed(QualifiedName collation) {
        return Sql.format("alter collation %I refresh version", collation);
    }
}
