// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import dev.tickbird.model.QualifiedName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a statement did to relations.
///
/// @param rewritten tables that were there before and whose files were written anew
/// @param built indexes that were made or made anew
/// @param indexed the tables that those belong to, and that were there before
/// @param scanned tables that were there before and were read from end to end, be it that they are empty here
/// @param created relations that there are more
/// @param dropped relations that are gone
public record Work(
        List<QualifiedName> rewritten,
        List<QualifiedName> built,
        List<QualifiedName> indexed,
        List<QualifiedName> scanned,
        List<QualifiedName> created,
        List<QualifiedName> dropped) {

    static final Work NONE = new Work(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Work {
        rewritten = List.copyOf(rewritten);
        built = List.copyOf(built);
        indexed = List.copyOf(indexed);
        scanned = List.copyOf(scanned);
        created = List.copyOf(created);
        dropped = List.copyOf(dropped);
    }

    /// The same, with tables that were read without its having been counted.
    Work reading(Collection<QualifiedName> tables) {
        TreeSet<QualifiedName> all = new TreeSet<>(scanned);
        all.addAll(tables);
        return new Work(rewritten, built, indexed, List.copyOf(all), created, dropped);
    }

    /// Between two looks. An index that was built has had its table read, and so has a table that was written anew.
    ///
    /// @param original the relations that were there before the script
    /// @param emptied whether the statement only throws rows away, which takes a new file but writes nothing
    static Work between(Map<Long, Relation> before, Map<Long, Relation> after, Set<Long> original, boolean emptied) {
        List<Relation> anew = after.values().stream()
                .filter(relation -> !emptied && isAnew(relation, before.get(relation.oid())))
                .toList();
        List<Relation> built = anew.stream().filter(Relation::isIndex).toList();
        List<Relation> rewritten = anew.stream()
                .filter(relation -> relation.holdsRows() && before.containsKey(relation.oid()))
                .filter(relation -> original.contains(relation.oid()))
                .toList();
        List<Relation> indexed = built.stream()
                .map(index -> table(index, after))
                .filter(Objects::nonNull)
                .filter(table -> original.contains(table.oid()))
                .toList();
        Stream<Relation> counted = after.values().stream()
                .filter(relation -> !emptied && relation.holdsRows() && original.contains(relation.oid()))
                .filter(relation -> isScanned(relation, before.get(relation.oid())));
        Stream<Relation> read =
                Stream.of(rewritten.stream(), indexed.stream(), counted).flatMap(each -> each);
        Set<QualifiedName> came = names(minus(after, before));
        Set<QualifiedName> went = names(minus(before, after));
        return new Work(
                sorted(names(rewritten)),
                sorted(names(built)),
                sorted(names(indexed)),
                sorted(names(read.toList())),
                sorted(without(came, went)),
                sorted(without(went, came)));
    }

    private static boolean isAnew(Relation now, @Nullable Relation before) {
        return now.file() != 0 && (before == null || before.file() != now.file());
    }

    /// The counter begins again where the session has reported meanwhile.
    private static boolean isScanned(Relation now, @Nullable Relation before) {
        return before != null && now.scans() != before.scans() && now.scans() > 0;
    }

    private static @Nullable Relation table(Relation index, Map<Long, Relation> relations) {
        return index.table() == null ? null : relations.get(index.table());
    }

    private static List<Relation> minus(Map<Long, Relation> some, Map<Long, Relation> others) {
        return some.values().stream()
                .filter(relation -> !others.containsKey(relation.oid()))
                .toList();
    }

    private static Set<QualifiedName> names(Collection<Relation> relations) {
        return relations.stream().map(Relation::name).collect(Collectors.toSet());
    }

    private static Set<QualifiedName> without(Set<QualifiedName> some, Set<QualifiedName> others) {
        return some.stream().filter(name -> !others.contains(name)).collect(Collectors.toSet());
    }

    private static List<QualifiedName> sorted(Set<QualifiedName> names) {
        return names.stream().sorted().toList();
    }
}
