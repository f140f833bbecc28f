// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.partitioning;

import dev.tickbird.lab.twin.TwinGap;
import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.ColumnDefault;
import dev.tickbird.model.schema.Comment;
import dev.tickbird.model.schema.Constraint;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.LateColumn;
import dev.tickbird.model.schema.Partition;
import dev.tickbird.model.schema.PartitionedTable;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.ColumnEnds;
import dev.tickbird.model.statistics.ColumnStatistics;
import dev.tickbird.model.statistics.ExpressionStatistics;
import dev.tickbird.model.statistics.ExtendedStatisticsData;
import dev.tickbird.model.statistics.IndexMetapage;
import dev.tickbird.model.statistics.RelationSize;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a snapshot would tell of a table if it were divided into these parts.
final class PartitionedFacts {

    private final Snapshot snapshot;
    private final Table table;
    private final Scheme scheme;
    private final Spread spread;
    private final List<Member> members = new ArrayList<>();
    private final PartitionedIndexes indexes;
    private final Map<Class<? extends Fact>, List<? extends Fact>> facts = new HashMap<>();

    PartitionedFacts(Snapshot snapshot, Table table, Scheme scheme, Spread spread) {
        this.snapshot = snapshot;
        this.table = table;
        this.scheme = scheme;
        this.spread = spread;
        UntakenNames names = new UntakenNames(snapshot, table.schema());
        for (Part part : spread.parts()) {
            members.add(Member.of(table, part, names));
        }
        indexes = new PartitionedIndexes(snapshot, table, scheme, members, names);
        snapshot.observed().forEach(fact -> facts.put(fact, snapshot.all(fact)));
    }

    Snapshot divided() {
        tables();
        change(Index.class, indexes::index);
        change(Constraint.class, indexes::constraint);
        change(ForeignKey.class, key -> indexes.holds(key) ? Stream.of(key) : Stream.empty());
        change(Comment.class, comment -> indexes.isGone(comment.oid()) ? Stream.empty() : Stream.of(comment));
        change(IndexMetapage.class, indexes::metapage);
        change(RelationSize.class, this::sizes);
        statistics();
        return new Snapshot(snapshot.takenAt(), facts, snapshot.gaps());
    }

    List<TwinGap> gaps() {
        return indexes.gaps();
    }

    private void tables() {
        change(
                Table.class,
                each -> each.oid() == table.oid()
                        ? Stream.concat(
                                Stream.of(Copies.divided(table)),
                                members.stream().map(Member::table))
                        : Stream.of(each));
        change(Column.class, column -> copied(column, column.relation(), Copies::column));
        change(LateColumn.class, late -> late.relation() == table.oid() ? Stream.empty() : Stream.of(late));
        change(
                ColumnDefault.class,
                filling -> copied(
                        filling,
                        filling.relation(),
                        (it, member) -> new ColumnDefault(member.oid(), it.number(), it.expression())));
        @Nullable
        Long rest = members.stream()
                .filter(member -> member.part().isDefault())
                .map(Member::oid)
                .findFirst()
                .orElse(null);
        add(new PartitionedTable(table.oid(), scheme.strategy(), scheme.columns(), rest, scheme.key()));
        members.forEach(member ->
                add(new Partition(member.oid(), table.oid(), member.part().bound(), false)));
    }

    /// How a fact of the table becomes one of a partition.
    private interface Copying<F extends Fact> {
        F copy(F fact, Member member);
    }

    private <F extends Fact> Stream<F> copied(F fact, long relation, Copying<F> copying) {
        return relation == table.oid()
                ? Stream.concat(Stream.of(fact), members.stream().map(member -> copying.copy(fact, member)))
                : Stream.of(fact);
    }

    private Stream<RelationSize> sizes(RelationSize size) {
        if (size.oid() == table.oid()) {
            return members.stream().map(member -> Shares.size(size, member.oid(), member.part()));
        }
        if (Long.valueOf(size.oid()).equals(table.toast())) {
            return members.stream().map(member -> Shares.size(size, member.toast(), member.part()));
        }
        return indexes.size(size);
    }

    private void statistics() {
        change(ColumnStatistics.class, this::columns);
        change(ColumnEnds.class, this::ends);
        change(
                ExtendedStatisticsData.class,
                data -> Stream.of(data.relation() == table.oid() ? Shares.inherited(data) : data));
        change(
                ExpressionStatistics.class,
                data -> Stream.of(data.relation() == table.oid() ? Shares.inherited(data) : data));
    }

    /// Those of the table count the rows of its partitions; a partition without rows has none.
    private Stream<ColumnStatistics> columns(ColumnStatistics known) {
        PartStatistics within = new PartStatistics(known, (double) table.rows());
        if (indexes.knows(known.relation())) {
            return filled().map(member -> within.alike(
                    indexes.of(known.relation(), member), member.part().share()));
        }
        if (known.relation() != table.oid()) {
            return Stream.of(known);
        }
        List<Part> parts = spread.byColumn().getOrDefault(known.column(), List.of());
        Stream<ColumnStatistics> copies = parts.isEmpty()
                ? filled().map(member ->
                        within.alike(member.oid(), member.part().share()))
                : IntStream.range(0, parts.size())
                        .filter(i -> members.get(i).table().rows() > 0)
                        .mapToObj(i -> within.of(members.get(i).oid(), parts, i));
        return Stream.concat(Stream.of(Shares.inherited(known)), copies);
    }

    private Stream<Member> filled() {
        return members.stream().filter(member -> member.table().rows() > 0);
    }

    /// Of columns of which more is known, they are where the partition's statistics end.
    private Stream<ColumnEnds> ends(ColumnEnds ends) {
        if (indexes.knows(ends.relation())) {
            return filled().map(member -> ends(ends, indexes.of(ends.relation(), member)));
        }
        if (ends.relation() != table.oid()) {
            return Stream.of(ends);
        }
        return spread.byColumn().containsKey(ends.column())
                ? Stream.empty()
                : filled().map(member -> ends(ends, member.oid()));
    }

    private static ColumnEnds ends(ColumnEnds ends, long relation) {
        return new ColumnEnds(relation, ends.column(), ends.lowest(), ends.highest());
    }

    private <F extends Fact> void change(Class<F> kind, Function<F, Stream<F>> change) {
        @Nullable List<? extends Fact> known = facts.get(kind);
        if (known != null) {
            facts.put(kind, known.stream().map(kind::cast).flatMap(change).toList());
        }
    }

    private void add(Fact fact) {
        List<Fact> more = new ArrayList<>(facts.getOrDefault(fact.getClass(), List.of()));
        more.add(fact);
        facts.put(fact.getClass(), more);
    }
}
