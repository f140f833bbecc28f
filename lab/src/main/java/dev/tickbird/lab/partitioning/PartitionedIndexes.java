// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.partitioning;

import dev.tickbird.lab.twin.TwinGap;
import dev.tickbird.model.Identifier;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Constraint;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.IndexMetapage;
import dev.tickbird.model.statistics.RelationSize;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The indexes of a table that is divided. Each partition has them all. Those that say that something is there only
/// once hold over all partitions only if they contain the key; else the table loses them, and the foreign keys that
/// rest on them.
final class PartitionedIndexes {

    /// An index of a partition.
    ///
    /// @param parent the OID of the divided table's index that it is part of; null if there is none
    record Twig(long oid, String name, @Nullable Long parent) {}

    /// An index of the table.
    ///
    /// @param whole whether it holds over all partitions
    /// @param twigs by the OID of the partition
    private record Divided(Index index, boolean whole, Map<Long, Twig> twigs) {

        Twig on(Member member) {
            return Objects.requireNonNull(twigs.get(member.oid()), "every partition has every index");
        }
    }

    private final Table table;
    private final List<Member> members;
    private final UntakenNames names;
    private final Map<Long, Divided> indexes = new HashMap<>();
    private final Set<Long> gone = new HashSet<>(); // whatever a comment could be on
    private final List<TwinGap> gaps = new ArrayList<>();

    PartitionedIndexes(Snapshot snapshot, Table table, Scheme scheme, List<Member> members, UntakenNames names) {
        this.table = table;
        this.members = members;
        this.names = names;
        if (snapshot.observed().contains(Index.class)) {
            Relations.of(snapshot).of(table, Index.class).forEach(index -> divide(index, scheme));
        }
        if (snapshot.observed().contains(Constraint.class)) {
            Relations.of(snapshot).of(table, Constraint.class).stream()
                    .filter(constraint -> isLost(constraint.index()))
                    .forEach(constraint -> gone.add(constraint.oid()));
        }
        if (snapshot.observed().contains(ForeignKey.class)) {
            Relations.of(snapshot).referencing(table).stream()
                    .filter(key -> !holds(key))
                    .forEach(key -> lose(key, snapshot));
        }
    }

    private void divide(Index index, Scheme scheme) {
        boolean whole = !index.exclusion() && (!index.unique() || containsKey(index, scheme));
        if (!whole) {
            gone.add(index.oid());
            gaps.add(lost(index, scheme));
        }
        Map<Long, Twig> twigs = new HashMap<>();
        for (Member member : members) {
            String end = index.name().startsWith(table.name() + "_")
                    ? index.name().substring(table.name().length() + 1)
                    : index.name();
            String name = names.of(member.table().name(), end);
            twigs.put(member.oid(), new Twig(names.oid(), name, whole ? index.oid() : null));
        }
        indexes.put(index.oid(), new Divided(index, whole, twigs));
    }

    private static TwinGap lost(Index index, Scheme scheme) {
        String what = index.primary() ? "primary key " : index.exclusion() ? "exclusion constraint " : "unique index ";
        String lack = index.exclusion() ? "" : ", for it does not contain " + String.join(", ", scheme.columns());
        return new TwinGap(
                what + index.qualifiedName(),
                "it cannot hold over all partitions" + lack + "; each partition has it for itself",
                null);
    }

    private static boolean containsKey(Index index, Scheme scheme) {
        return index.columns().containsAll(scheme.columns()) && !index.columns().contains("");
    }

    private void lose(ForeignKey key, Snapshot snapshot) {
        gone.add(key.oid());
        String on = Relations.of(snapshot)
                .table(key.relation())
                .map(Table::qualifiedName)
                .map(QualifiedName::toString)
                .orElse("");
        gaps.add(new TwinGap(
                "foreign key " + Identifier.quoted(key.name()) + " on " + on,
                "it cannot be kept: what it refers to is unique only within each partition of " + table.qualifiedName(),
                null));
    }

    List<TwinGap> gaps() {
        return List.copyOf(gaps);
    }

    boolean knows(long index) {
        return indexes.containsKey(index);
    }

    /// The OID of an index's part on a partition.
    long of(long index, Member member) {
        return Objects.requireNonNull(indexes.get(index)).on(member).oid();
    }

    boolean holds(ForeignKey key) {
        return key.referenced() != table.oid() || !isLost(key.index());
    }

    /// Whether there is nothing any more that this comment could be on.
    boolean isGone(long oid) {
        return gone.contains(oid);
    }

    private boolean isLost(@Nullable Long index) {
        @Nullable Divided divided = index == null ? null : indexes.get(index);
        return divided != null && !divided.whole();
    }

    Stream<Index> index(Index index) {
        @Nullable Divided divided = indexes.get(index.oid());
        if (divided == null) {
            return Stream.of(index);
        }
        Index parent = Copies.divided(index, definition(index, index.name(), " ON ONLY " + table.qualifiedName()));
        return Stream.concat(
                divided.whole() ? Stream.of(parent) : Stream.empty(),
                members.stream().map(member -> {
                    Twig twig = divided.on(member);
                    String on = " ON " + member.table().qualifiedName();
                    return Copies.index(index, twig, member, definition(index, twig.name(), on));
                }));
    }

    /// As `pg_get_indexdef` would write it; empty if the source could not tell.
    private static String definition(Index index, String name, String on) {
        int method = index.definition().indexOf(" USING " + Identifier.quoted(index.method()) + " ");
        return method < 0
                ? ""
                : "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + Identifier.quoted(name) + on
                        + index.definition().substring(method);
    }

    Stream<Constraint> constraint(Constraint constraint) {
        if (constraint.relation() != table.oid()) {
            return Stream.of(constraint);
        }
        Stream<Constraint> copies = members.stream().map(member -> copy(constraint, member));
        return isLost(constraint.index()) ? copies : Stream.concat(Stream.of(constraint), copies);
    }

    private Constraint copy(Constraint constraint, Member member) {
        @Nullable Divided divided = constraint.index() == null ? null : indexes.get(constraint.index());
        if (divided == null) {
            return Copies.constraint(constraint, names.oid(), constraint.name(), member, null, constraint.oid());
        }
        Twig twig = divided.on(member);
        @Nullable Long following = divided.whole() ? (Long) constraint.oid() : null;
        return Copies.constraint(constraint, names.oid(), twig.name(), member, twig.oid(), following);
    }

    Stream<RelationSize> size(RelationSize size) {
        @Nullable Divided divided = indexes.get(size.oid());
        return divided == null
                ? Stream.of(size)
                : members.stream()
                        .map(member -> Shares.size(
                                size, divided.index(), divided.on(member).oid(), member));
    }

    Stream<IndexMetapage> metapage(IndexMetapage page) {
        @Nullable Divided divided = indexes.get(page.index());
        return divided == null
                ? Stream.of(page)
                : members.stream()
                        .map(member -> Shares.metapage(page, divided.on(member).oid(), member));
    }
}
