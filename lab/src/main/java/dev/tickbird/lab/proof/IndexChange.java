// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.proof;

import dev.tickbird.lab.rehearsal.Rehearsed;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Relations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Which indexes a remedy has made and dropped. Of the index of a partitioned table, its parts count, for they are what
/// queries use.
///
/// @param created as `pg_get_indexdef` writes them
/// @param tables those that have more or fewer indexes
record IndexChange(List<String> created, List<QualifiedName> dropped, Set<QualifiedName> tables) {

    private static final String KIND = "index";

    IndexChange {
        created = List.copyOf(created);
        dropped = List.copyOf(dropped);
    }

    /// None if the remedy has done anything else, too.
    static IndexChange of(Rehearsed.CarriedOut done) {
        IndexChange change = new IndexChange(new ArrayList<>(), new ArrayList<>(), new TreeSet<>());
        boolean alone = done.changes().stream().allMatch(it -> it.kind().equals(KIND));
        if (!alone) {
            return change;
        }
        Snapshot before = done.moments().get(0);
        Snapshot after = done.moments().get(1);
        Set<QualifiedName> tables = new TreeSet<>();
        List<String> created = new ArrayList<>();
        List<QualifiedName> dropped = new ArrayList<>();
        for (Index index : more(after, before)) {
            created.add(index.definition());
            tables.add(Relations.of(after).tableOf(index).qualifiedName());
        }
        for (Index index : more(before, after)) {
            dropped.add(index.qualifiedName());
            tables.add(Relations.of(before).tableOf(index).qualifiedName());
        }
        return new IndexChange(created, dropped, tables);
    }

    private static List<Index> more(Snapshot one, Snapshot other) {
        Set<QualifiedName> there = new HashSet<>();
        other.all(Index.class).forEach(index -> there.add(index.qualifiedName()));
        return one.all(Index.class).stream()
                .filter(index -> !index.partitioned() && !there.contains(index.qualifiedName()))
                .toList();
    }

    boolean isNone() {
        return created.isEmpty() && dropped.isEmpty();
    }
}
