// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.partitioning;

import dev.tickbird.lab.rehearsal.Objection;
import dev.tickbird.lab.rehearsal.Screening;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.schema.PartitionedTable.Strategy;
import dev.tickbird.server.Script;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lets PostgreSQL route the known values into empty partitions.
final class Routing {

    private static final String VALUES = """
            select part.relname, routed.value::text as text, sum(routed.weight) as weight,
                   bool_or(routed.common) as common
            from pg_temp.tickbird_routed as routed
            join pg_catalog.pg_class as part on part.oid = routed.tableoid
            group by part.relname, routed.value
            order by part.relname, routed.value
            """;

    private static final String BOUNDS = """
            select part.relname, pg_get_expr(part.relpartbound, part.oid) as bound
            from pg_catalog.pg_inherits as heritage
            join pg_catalog.pg_class as part on part.oid = heritage.inhrelid
            where heritage.inhparent = 'pg_temp.tickbird_routed'::regclass
            """;

    private static final String SYNTAX_ERROR = "42601";
    private static final String NO_PRIVILEGE = "42501";
    private static final String REST = "tickbird_rest";

    private Routing() {}

    /// The partitions in the order of their bounds, then one for what fits into none of them, if there is something.
    static List<Part> parts(Connection connection, Strategy strategy, KeyValues values, List<Bounds.Bound> bounds)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(Sql.format(
                            "create temporary table tickbird_routed"
                                    + " (value %s, weight double precision, common boolean) partition by %s (value)",
                            values.type(), strategy)
                    .text());
            for (int i = 0; i < bounds.size(); i++) {
                create(
                        statement,
                        Sql.format("tickbird_part_%s", i),
                        bounds.get(i).clause());
            }
            if (strategy != Strategy.HASH) {
                create(statement, Sql.format(REST), "default");
            }
            statement.execute("insert into pg_temp.tickbird_routed select * from pg_temp.tickbird_known");
            return parts(statement, bounds);
        }
    }

    private static List<Part> parts(Statement statement, List<Bounds.Bound> bounds) throws SQLException {
        Map<String, List<Part.Value>> routed = new HashMap<>();
        Map<String, Double> nulls = new HashMap<>();
        read(statement, routed, nulls);
        double all = nulls.values().stream().mapToDouble(Double::doubleValue).sum()
                + routed.values().stream()
                        .flatMap(List::stream)
                        .mapToDouble(Part.Value::share)
                        .sum();
        Map<String, String> told = told(statement);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < bounds.size(); i++) {
            String name = "tickbird_part_" + i;
            parts.add(part(
                    told.getOrDefault(name, ""),
                    bounds.get(i).label(),
                    routed.getOrDefault(name, List.of()),
                    nulls.getOrDefault(name, 0.0),
                    all));
        }
        if (routed.containsKey(REST) || nulls.containsKey(REST)) {
            parts.add(part(
                    "DEFAULT", "default", routed.getOrDefault(REST, List.of()), nulls.getOrDefault(REST, 0.0), all));
        }
        return parts;
    }

    private static void create(Statement statement, Sql name, String clause) throws SQLException {
        String sql = Sql.format("create temporary table %s partition of pg_temp.tickbird_routed %s", name, clause)
                .text();
        try {
            if (Script.statements(sql).size() != 1) {
                throw new SQLException("it is more than one statement", SYNTAX_ERROR);
            }
            Optional<Objection> objection = Screening.of(sql);
            if (objection.isPresent()) {
                throw new SQLException(objection.get().reason(), NO_PRIVILEGE);
            }
            statement.execute(sql);
        } catch (SQLException e) {
            throw TickbirdException.usage(
                    "there cannot be a partition \"" + clause + "\": "
                            + Script.refusal(e).replaceAll(" at character \\d+$", ""),
                    null);
        }
    }

    private static void read(Statement statement, Map<String, List<Part.Value>> routed, Map<String, Double> nulls)
            throws SQLException {
        try (ResultSet row = statement.executeQuery(VALUES)) {
            while (row.next()) {
                @Nullable String text = row.getString("text");
                double weight = row.getDouble("weight");
                if (text == null) {
                    nulls.merge(row.getString("relname"), weight, Double::sum);
                } else {
                    routed.computeIfAbsent(row.getString("relname"), _ -> new ArrayList<>())
                            .add(new Part.Value(text, weight, row.getBoolean("common")));
                }
            }
        }
    }

    private static Map<String, String> told(Statement statement) throws SQLException {
        Map<String, String> told = new HashMap<>();
        try (ResultSet row = statement.executeQuery(BOUNDS)) {
            while (row.next()) {
                told.put(row.getString("relname"), row.getString("bound"));
            }
        }
        return told;
    }

    private static Part part(String bound, String label, List<Part.Value> values, double nulls, double all) {
        List<Part.Value> shares = values.stream()
                .map(value -> new Part.Value(value.text(), value.share() / all, value.common()))
                .toList();
        double share = shares.stream().mapToDouble(Part.Value::share).sum() + nulls / all;
        return new Part(bound, label, share, shares, nulls / all);
    }
}
