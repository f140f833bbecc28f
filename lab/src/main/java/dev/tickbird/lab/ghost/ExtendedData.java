// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.statistics.ExtendedStatisticsData;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What statistics objects know, on its way into `pg_statistic_ext_data`. The rows that `Subjects` has written for
/// their expressions move there, too.
final class ExtendedData {

    private static final String LISTS = "select (?)::text[], (?)::boolean[], (?)::float8[], (?)::float8[]";

    private final Connection connection;
    private final Body body;
    private final StatisticsObjects objects;
    private final List<ExtendedStatisticsData> data;
    private final Map<Long, Map<Integer, String>> columns = new HashMap<>();
    private final Values values;

    ExtendedData(Connection connection, Snapshot snapshot, Body body, StatisticsObjects objects) {
        this.connection = connection;
        this.body = body;
        this.objects = objects;
        this.data = snapshot.all(ExtendedStatisticsData.class);
        this.values = new Values(connection);
        if (snapshot.observed().contains(Column.class)) {
            snapshot.all(Column.class)
                    .forEach(column -> columns.computeIfAbsent(column.relation(), relation -> new HashMap<>())
                            .put(column.number(), column.name()));
        }
    }

    /// Writes it all.
    ///
    /// @param refusals is told the name of an object that got nothing, and why
    void write(BiConsumer<String, String> refusals) throws SQLException {
        if (data.isEmpty()) {
            return;
        }
        GhostSql.run(connection, "extended");
        for (ExtendedStatisticsData known : data) {
            QualifiedName name = new QualifiedName(known.schema(), known.name());
            @Nullable Long oid = objects.oids().get(name);
            Savepoint before = connection.setSavepoint();
            try {
                if (oid == null) {
                    refusals.accept(name.toString(), "it is not there");
                } else {
                    write(oid, known);
                }
                connection.releaseSavepoint(before);
            } catch (SQLException e) {
                connection.rollback(before);
                refusals.accept(name.toString(), String.valueOf(e.getMessage()));
            }
        }
        GhostSql.run(connection, "extended_end");
    }

    private void write(long oid, ExtendedStatisticsData known) throws SQLException {
        Combinations combinations = new Combinations(number -> renumbered(known.relation(), number));
        String call = "select pg_temp.write_object(?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(call)) {
            insert.setLong(1, oid);
            insert.setBoolean(2, known.inherited());
            insert.setBytes(3, known.distinct() == null ? null : combinations.distinct(known.distinct()));
            insert.setBytes(4, dependencies(combinations, known));
            insert.setBytes(5, known.mostCommonValues() == null ? null : common(oid, known));
            insert.execute();
        }
    }

    private static byte @Nullable [] dependencies(Combinations combinations, ExtendedStatisticsData known) {
        if (known.dependencyBytes() != null) {
            return combinations.dependencyBytes(known.dependencyBytes());
        }
        return known.dependencies() == null ? null : combinations.dependencies(known.dependencies());
    }

    private int renumbered(long relation, int number) {
        @Nullable String name = columns.getOrDefault(relation, Map.of()).get(number);
        return name == null
                ? number
                : body.of(relation)
                        .flatMap(part -> body.attribute(part, name))
                        .map(Body.Attribute::number)
                        .orElse(number);
    }

    /// The columns come in the order of their numbers here, then the expressions.
    private byte[] common(long oid, ExtendedStatisticsData known) throws SQLException {
        Body.Part table = body.of(known.relation()).orElseThrow(() -> new SQLException("its table is not there"));
        List<Body.Attribute> attributes = new ArrayList<>();
        for (String column : known.columns()) {
            attributes.add(body.attribute(table, column)
                    .orElseThrow(() -> new SQLException("column " + column + " is not there")));
        }
        List<Integer> order = new ArrayList<>(IntStream.range(0, attributes.size())
                .boxed()
                .sorted(Comparator.comparingInt(place -> attributes.get(place).number()))
                .toList());
        List<Long> types = new ArrayList<>(
                order.stream().map(place -> attributes.get(place).type()).toList());
        for (Body.Attribute expression : new Expressions(connection).ofStatistics(oid)) {
            order.add(types.size());
            types.add(expression.type());
        }
        return lists(known).bytes(values, types, order);
    }

    private CommonCombinations lists(ExtendedStatisticsData known) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement(LISTS)) {
            question.setString(1, known.mostCommonValues());
            question.setString(2, known.mostCommonNulls());
            question.setString(3, known.mostCommonFrequencies());
            question.setString(4, known.mostCommonBaseFrequencies());
            try (ResultSet row = question.executeQuery()) {
                row.next();
                @Nullable String[][] values = (String[][]) row.getArray(1).getArray();
                Boolean[][] nulls = (Boolean[][]) row.getArray(2).getArray();
                Double[] frequencies = (Double[]) row.getArray(3).getArray();
                Double[] baseFrequencies = (Double[]) row.getArray(4).getArray();
                List<CommonCombinations.Item> items = new ArrayList<>();
                for (int i = 0; i < values.length; i++) {
                    items.add(new CommonCombinations.Item(
                            present(values[i], nulls[i]), frequencies[i], baseFrequencies[i]));
                }
                return new CommonCombinations(items);
            }
        }
    }

    private static List<Optional<String>> present(@Nullable String[] values, Boolean[] nulls) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> nulls[i] ? Optional.<String>empty() : Optional.ofNullable(values[i]))
                .toList();
    }
}
