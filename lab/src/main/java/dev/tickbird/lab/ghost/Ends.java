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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/// The lowest and the highest value at the head of each B-tree, where the planner looks when a query asks for
/// what lies near the ends of the histogram; that it finds something there counts, too, for then it trusts the
/// histogram more. Where the source told nothing, the statistics know best: the most common values may lie
/// beyond the histogram.
final class Ends {

    private static final long NAME = 19; // a B-tree keeps names as another type

    private static final int AT_ONCE = 100;

    private record Column(long relation, String name) {}

    /// Ends that only the statistics know, and the question for them.
    private record Guess(Index index, Body.Attribute attribute, Sql question) {}

    private record Wanted(Index index, long type, String lowest, String highest) {}

    private final Connection connection;
    private final Body body;
    private final Map<Column, ColumnEnds> facts = new HashMap<>();
    private final Map<Column, ColumnStatistics> statistics = new HashMap<>();
    private final Map<Long, List<String>> columns = new HashMap<>();
    private final Map<Long, String> names = new HashMap<>(); // of types, and under the negative OID of collations

    Ends(Connection connection, Body body, Snapshot snapshot) {
        this.connection = connection;
        this.body = body;
        if (snapshot.observed().contains(ColumnEnds.class)) {
            snapshot.all(ColumnEnds.class).forEach(ends -> facts.put(new Column(ends.relation(), ends.column()), ends));
        }
        snapshot.all(ColumnStatistics.class).stream()
                .filter(known -> !known.inherited())
                .forEach(known -> {
                    statistics.put(new Column(known.relation(), known.column()), known);
                    columns.computeIfAbsent(known.relation(), relation -> new ArrayList<>())
                            .add(known.column());
                });
    }

    /// The entries of each index that needs some, by its OID on the source.
    ///
    /// @param refusals is told the name of a type whose values could not be made, and the reason
    Map<Long, List<byte[]>> entries(List<Index> indexes, BiConsumer<String, String> refusals) throws SQLException {
        List<Wanted> found = new ArrayList<>();
        List<Guess> guesses = new ArrayList<>();
        for (Index index : indexes) {
            if (index.method().equals("btree") && !index.isPartial() && !index.partitioned()) {
                want(index, found, guesses);
            }
        }
        for (int from = 0; from < guesses.size(); from += AT_ONCE) {
            answer(guesses, from, Math.min(from + AT_ONCE, guesses.size()), found);
        }
        Map<Long, List<Wanted>> byType = found.stream().collect(Collectors.groupingBy(Wanted::type));
        Values values = new Values(connection);
        Map<Long, List<byte[]>> entries = new HashMap<>();
        for (Map.Entry<Long, List<Wanted>> type : byType.entrySet()) {
            try {
                make(values, type.getKey(), type.getValue(), entries);
            } catch (SQLException e) {
                String name =
                        values.layout(type.getKey()).map(Values.Layout::name).orElse("unnamed");
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

    private void want(Index index, List<Wanted> found, List<Guess> guesses) throws SQLException {
        boolean expression = index.columns().getFirst().isEmpty();
        Optional<Body.Part> part = body.of(expression ? index.oid() : index.relation());
        Optional<String> name = expression
                ? firstExpression(index)
                : Optional.of(index.columns().getFirst());
        if (part.isEmpty() || name.isEmpty()) {
            return;
        }
        Column column = new Column(expression ? index.oid() : index.relation(), name.get());
        ColumnEnds ends = facts.get(column);
        ColumnStatistics known = statistics.get(column);
        Body.Attribute attribute = body.attribute(part.get(), name.get()).orElse(null);
        if (attribute == null || attribute.type() == NAME) {
            return;
        }
        if (ends != null) {
            found.add(new Wanted(index, attribute.type(), ends.lowest(), ends.highest()));
        } else if (known != null && known.histogramBounds() != null) {
            guesses.add(new Guess(index, attribute, question(guesses.size(), attribute, known)));
        }
    }

    /// The statistics of an index are those of its expressions; the first stands at the head.
    private Optional<String> firstExpression(Index index) {
        return body.of(index.oid())
                .flatMap(part -> columns.getOrDefault(index.oid(), List.of()).stream()
                        .filter(name -> body.attribute(part, name)
                                .filter(attribute -> attribute.number() == 1)
                                .isPresent())
                        .findFirst());
    }

    private Sql question(int number, Body.Attribute attribute, ColumnStatistics known) throws SQLException {
        String collation = collation(attribute);
        String type = typeName(attribute);
        return Sql.format(
                """
                select %s, (array_agg(concat(known.value) order by known.value %s))[1],
                       (array_agg(concat(known.value) order by known.value %s desc))[1]
                from (select unnest(%L::%s[]) union all select unnest(%L::%s[])) as known (value)
                """,
                number,
                collation,
                collation,
                Objects.requireNonNullElse(known.mostCommonValues(), "{}"),
                type,
                Objects.requireNonNullElse(known.histogramBounds(), "{}"),
                type);
    }

    /// Asks many at once; when one is refused, its statistics were refused before, and so each is asked alone.
    private void answer(List<Guess> guesses, int from, int to, List<Wanted> found) throws SQLException {
        Savepoint before = connection.setSavepoint();
        String questions = guesses.subList(from, to).stream()
                .map(guess -> guess.question().text())
                .collect(Collectors.joining(" union all "));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(questions)) {
            while (row.next()) {
                Guess guess = guesses.get(row.getInt(1));
                found.add(new Wanted(guess.index(), guess.attribute().type(), row.getString(2), row.getString(3)));
            }
            connection.releaseSavepoint(before);
        } catch (SQLException e) {
            connection.rollback(before);
            for (int alone = from; alone < to && to - from > 1; alone++) {
                answer(guesses, alone, alone + 1, found);
            }
        }
    }

    private String collation(Body.Attribute attribute) throws SQLException {
        return attribute.collation() == 0
                ? ""
                : "collate "
                        + text(
                                -attribute.collation(),
                                Sql.format(
                                        "select format('%%I.%%I', schema.nspname, sorting.collname)"
                                                + " from pg_collation as sorting"
                                                + " join pg_namespace as schema on schema.oid = sorting.collnamespace"
                                                + " where sorting.oid = %s",
                                        attribute.collation()));
    }

    private String typeName(Body.Attribute attribute) throws SQLException {
        return text(attribute.type(), Sql.format("select format_type(%s, -1)", attribute.type()));
    }

    private String text(long key, Sql question) throws SQLException {
        String known = names.get(key);
        if (known != null) {
            return known;
        }
        String answer = GhostSql.one(connection, question);
        names.put(key, answer);
        return answer;
    }
}
