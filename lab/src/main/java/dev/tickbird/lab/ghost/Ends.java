// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.statistics.ColumnEnds;
import dev.tickbird.model.statistics.ColumnStatistics;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// The lowest and the highest value at the head of each B-tree, where the planner looks when a query asks for what lies
/// near the ends of the histogram. Where the source was not asked, or told nothing, the statistics know best: the most
/// common values may lie beyond the histogram.
final class Ends {

    private static final long NAME = 19; // a B-tree keeps names as another type

    private record Column(long relation, String name) {}

    private record Wanted(Index index, long type, String lowest, String highest) {}

    private final Connection connection;
    private final Body body;
    private final Map<Column, ColumnEnds> facts = new HashMap<>();
    private final Map<Column, ColumnStatistics> statistics = new HashMap<>();

    Ends(Connection connection, Body body, Snapshot snapshot) {
        this.connection = connection;
        this.body = body;
        if (snapshot.observed().contains(ColumnEnds.class)) {
            snapshot.all(ColumnEnds.class).forEach(ends -> facts.put(new Column(ends.relation(), ends.column()), ends));
        }
        snapshot.all(ColumnStatistics.class).stream()
                .filter(known -> !known.inherited())
                .forEach(known -> statistics.put(new Column(known.relation(), known.column()), known));
    }

    /// The entries of each index that needs some, by its OID on the source.
    ///
    /// @param refusals is told the name of a type whose values could not be made, and the reason
    Map<Long, List<byte[]>> entries(List<Index> indexes, BiConsumer<String, String> refusals) throws SQLException {
        Map<Long, List<Wanted>> byType = new HashMap<>();
        for (Index index : indexes) {
            if (index.method().equals("btree") && !index.isPartial() && !index.partitioned()) {
                wanted(index)
                        .ifPresent(wanted -> byType.computeIfAbsent(wanted.type(), type -> new ArrayList<>())
                                .add(wanted));
            }
        }
        Values values = new Values(connection);
        Map<Long, List<byte[]>> entries = new HashMap<>();
        for (Map.Entry<Long, List<Wanted>> type : byType.entrySet()) {
            try {
                make(values, type.getKey(), type.getValue(), entries);
            } catch (SQLException e) {
                String name = values.layout(type.getKey()).map(Values.Layout::name).orElse("unnamed");
                refusals.accept(name, String.valueOf(e.getMessage()));
            }
        }
        return entries;
    }

    private static void make(Values values, long type, List<Wanted> wanted, Map<Long, List<byte[]>> entries)
            throws SQLException {
        List<String> texts = new ArrayList<>();
        for (Wanted each : wanted) {
            boolean descending = each.index().descending().getFirst();
            texts.add(descending ? each.highest() : each.lowest());
            texts.add(descending ? each.lowest() : each.highest());
        }
        List<byte[]> bytes = values.bytes(type, texts);
        boolean varying = values.layout(type).orElseThrow().length() < 0;
        for (int i = 0; i < wanted.size(); i++) {
            Index index = wanted.get(i).index();
            int attributes = index.columns().size() + index.included().size();
            entries.put(
                    index.oid(),
                    List.of(
                            entry(bytes.get(2 * i), 1, attributes, varying),
                            entry(bytes.get(2 * i + 1), 2, attributes, varying)));
        }
    }

    /// An index tuple that points to a row of block 0, with nothing known but its first attribute.
    private static byte[] entry(byte[] value, int item, int attributes, boolean varying) {
        int start = attributes == 1 ? 8 : 16; // behind the header, and the bitmap of nulls if there are any
        int size = Page.aligned(start + value.length);
        int info = size | (varying ? 0x4000 : 0) | (attributes == 1 ? 0 : 0x8000);
        ByteBuffer tuple = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        tuple.putShort(4, (short) item).putShort(6, (short) info);
        if (attributes > 1) {
            tuple.put(8, (byte) 1); // a value, then nulls
        }
        return tuple.put(start, value).array();
    }

    private Optional<Wanted> wanted(Index index) throws SQLException {
        boolean expression = index.columns().getFirst().isEmpty();
        Optional<Body.Part> part = body.of(expression ? index.oid() : index.relation());
        Optional<String> name =
                expression ? firstExpression(index) : Optional.of(index.columns().getFirst());
        if (part.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        Column column = new Column(expression ? index.oid() : index.relation(), name.get());
        ColumnEnds ends = facts.get(column);
        ColumnStatistics known = statistics.get(column);
        Optional<Body.Attribute> attribute =
                body.attribute(part.get(), name.get()).filter(found -> found.type() != NAME);
        if (attribute.isEmpty()) {
            return Optional.empty();
        }
        if (ends != null) {
            return Optional.of(new Wanted(index, attribute.get().type(), ends.lowest(), ends.highest()));
        }
        return known == null || known.mostCommonValues() == null || known.histogramBounds() == null
                ? Optional.empty()
                : fromStatistics(index, attribute.get(), known);
    }

    /// The statistics of an index are those of its expressions; the first stands at the head.
    private Optional<String> firstExpression(Index index) {
        return body.of(index.oid()).flatMap(part -> statistics.keySet().stream()
                .filter(column -> column.relation() == index.oid())
                .map(Column::name)
                .min(Comparator.comparingInt(
                        name -> body.attribute(part, name).map(Body.Attribute::number).orElse(Integer.MAX_VALUE)))
                .filter(name -> body.attribute(part, name).filter(attribute -> attribute.number() == 1).isPresent()));
    }

    private Optional<Wanted> fromStatistics(Index index, Body.Attribute attribute, ColumnStatistics known)
            throws SQLException {
        Sql question = Sql.format(
                """
                select (array_agg(concat(known.value) order by known.value %s))[1],
                       (array_agg(concat(known.value) order by known.value %s desc))[1]
                from (select unnest(%L::%s[]) union all select unnest(%L::%s[])) as known (value)
                """,
                collation(attribute),
                collation(attribute),
                String.valueOf(known.mostCommonValues()),
                typeName(attribute),
                String.valueOf(known.histogramBounds()),
                typeName(attribute));
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question.text())) {
            row.next();
            return Optional.of(new Wanted(index, attribute.type(), row.getString(1), row.getString(2)));
        } catch (SQLException e) { // the values cannot be read here: their statistics will say so
            connection.rollback(before);
            return Optional.empty();
        }
    }

    private String collation(Body.Attribute attribute) throws SQLException {
        return attribute.collation() == 0 ? "" : "collate " + text(Sql.format(
                "select format('%%I.%%I', schema.nspname, sorting.collname) from pg_collation as sorting"
                        + " join pg_namespace as schema on schema.oid = sorting.collnamespace where sorting.oid = %s",
                attribute.collation()));
    }

    private String typeName(Body.Attribute attribute) throws SQLException {
        return text(Sql.format("select format_type(%s, -1)", attribute.type()));
    }

    private String text(Sql question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question.text())) {
            row.next();
            return row.getString(1);
        }
    }
}
