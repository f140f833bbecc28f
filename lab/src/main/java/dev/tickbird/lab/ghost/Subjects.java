// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.ExtendedStatistics;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.statistics.ColumnStatistics;
import dev.tickbird.model.statistics.ExpressionStatistics;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Statistics of columns and expressions on their way into `pg_statistic`: each finds the column it belongs to
/// here, and that column's type decides what the values are.
final class Subjects {

    private static final String INSERT =
            "insert into pg_temp.subject values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Connection connection;
    private final Snapshot snapshot;
    private final Body body;
    private final List<String> names = new ArrayList<>();
    private final Expressions expressions;

    Subjects(Connection connection, Snapshot snapshot, Body body) {
        this.connection = connection;
        this.snapshot = snapshot;
        this.body = body;
        this.expressions = new Expressions(connection);
    }

    /// Writes them all.
    ///
    /// @param objects the statistics objects of the twin
    /// @param refusals is told what was refused, and why
    void write(Map<QualifiedName, Long> objects, BiConsumer<String, String> refusals) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Set<Long> otherwise = snapshot.all(Index.class).stream()
                    .filter(index -> !index.method().equals("btree")) // which may store another type than it indexes
                    .map(Index::oid)
                    .collect(Collectors.toSet());
            for (ColumnStatistics known : snapshot.all(ColumnStatistics.class)) {
                add(insert, known, otherwise.contains(known.relation()));
            }
            addExpressions(insert, objects);
            insert.executeBatch();
        }
        GhostSql.run(connection, "analyzers");
        GhostSql.run(connection, "slots");
        GhostSql.run(connection, "write");
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id, reason from pg_temp.refused order by id")) {
            while (row.next()) {
                refusals.accept(names.get(row.getInt("id")), row.getString("reason"));
            }
        }
    }

    private void add(PreparedStatement insert, ColumnStatistics known, boolean otherwise) throws SQLException {
        Optional<Body.Part> part = body.of(known.relation());
        Optional<Body.Attribute> attribute = part.flatMap(found -> body.attribute(found, known.column()));
        if (part.isEmpty() || attribute.isEmpty()) {
            return;
        }
        Body.Attribute column = attribute.get();
        int number = column.number();
        Body.Attribute typed = otherwise ? expressions.ofIndex(part.get(), number) : column;
        begin(insert, part.get().name() + "." + known.column(), part.get().oid(), typed, false, known.inherited());
        insert.setFloat(8, (float) known.nullFraction());
        insert.setInt(9, known.averageWidth());
        insert.setFloat(10, (float) known.distinct());
        texts(
                insert,
                known.mostCommonValues(),
                known.mostCommonFrequencies(),
                known.histogramBounds(),
                text(known.correlation()),
                known.mostCommonElements(),
                known.mostCommonElementFrequencies(),
                known.elementCountHistogram(),
                known.rangeLengthHistogram(),
                text(known.rangeEmptyFraction()),
                known.rangeBoundsHistogram());
        insert.addBatch();
    }

    private void addExpressions(PreparedStatement insert, Map<QualifiedName, Long> objects) throws SQLException {
        Map<QualifiedName, ExtendedStatistics> defined = new HashMap<>();
        snapshot.all(ExtendedStatistics.class).forEach(object -> defined.put(object.qualifiedName(), object));
        Map<QualifiedName, List<Body.Attribute>> typed = new HashMap<>();
        for (ExpressionStatistics known : snapshot.all(ExpressionStatistics.class)) {
            QualifiedName name = new QualifiedName(known.schema(), known.name());
            @Nullable Long oid = objects.get(name);
            @Nullable ExtendedStatistics object = defined.get(name);
            if (oid == null || object == null || known.nullFraction() == null) {
                continue;
            }
            if (!typed.containsKey(name)) {
                typed.put(name, expressions.ofStatistics(oid));
            }
            int place = object.expressions().indexOf(known.expression());
            if (place >= 0 && place < typed.get(name).size()) {
                add(insert, known, name, oid, typed.get(name).get(place));
            }
        }
    }

    private void add(
            PreparedStatement insert, ExpressionStatistics known, QualifiedName name, long oid, Body.Attribute typed)
            throws SQLException {
        begin(insert, name + " on " + known.expression(), oid, typed, true, known.inherited());
        insert.setObject(8, known.nullFraction(), Types.REAL);
        insert.setObject(9, known.averageWidth(), Types.INTEGER);
        insert.setObject(10, known.distinct(), Types.REAL);
        texts(
                insert,
                known.mostCommonValues(),
                known.mostCommonFrequencies(),
                known.histogramBounds(),
                text(known.correlation()),
                known.mostCommonElements(),
                known.mostCommonElementFrequencies(),
                known.elementCountHistogram(),
                null,
                null,
                null);
        insert.addBatch();
    }

    private void begin(
            PreparedStatement insert,
            String name,
            long target,
            Body.Attribute typed,
            boolean extended,
            boolean inherited)
            throws SQLException {
        insert.setInt(1, names.size());
        names.add(name);
        insert.setLong(2, target);
        insert.setInt(3, typed.number());
        insert.setBoolean(4, extended);
        insert.setBoolean(5, inherited);
        insert.setLong(6, typed.type());
        insert.setLong(7, typed.collation());
    }

    private static void texts(PreparedStatement insert, @Nullable String... texts) throws SQLException {
        for (int i = 0; i < texts.length; i++) {
            insert.setString(11 + i, texts[i]);
        }
    }

    private static @Nullable String text(@Nullable Double number) {
        return number == null ? null : String.valueOf(number.floatValue());
    }
}
