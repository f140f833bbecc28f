// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import dev.tickbird.lab.plans.PlanTree;
import dev.tickbird.lab.twin.Face;
import dev.tickbird.lab.twin.Twin;
import dev.tickbird.lab.twin.TwinOptions;
import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.statistics.RelationSize;
import dev.tickbird.testkit.plans.PlanQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/// A twin of many tables, a twin of a large source, and how fast one answers.
final class TwinScale {

    private static final int TABLES = 10_000;
    private static final double GOAL_MANY = 60;
    private static final double LARGE = 2e12;
    private static final long FIRST_OF_USERS = 16_384; // the OIDs below are the server's own
    private static final int SESSIONS = 2;
    private static final int GOAL_EXPLAINS = 1_000;
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration TIME = Duration.ofSeconds(5);

    private TwinScale() {}

    private static Twin ghost(Snapshot snapshot) {
        return Twin.build(snapshot, TwinOptions.of(Face.GHOST));
    }

    static List<Figure> manyTables(int major) throws Exception {
        Snapshot snapshot;
        try (Corpus corpus = Corpus.start(major)) {
            corpus.grow(TABLES);
            corpus.settle();
            try (Connection connection = corpus.connect()) {
                snapshot = TwinRun.snapshot(connection);
            }
        }
        String what = Words.count(TABLES, "table") + " with " + Words.count(4 * TABLES) + " indexes" + ", ";
        try (Twin twin = ghost(snapshot);
                Connection connection = twin.connect()) {
            double seconds = Disk.secondsSinceStart(connection);
            return List.of(
                    Figure.atMost(what + "built in", seconds, GOAL_MANY, "%.1f s"),
                    Disk.of(connection).figure(what));
        }
    }

    /// The same schema with files of 2 TB together.
    static List<Figure> large(Snapshot snapshot) throws Exception {
        try (Twin twin = ghost(snapshot.through(rows -> grown(rows)));
                Connection connection = twin.connect()) {
            double seconds = Disk.secondsSinceStart(connection);
            return List.of(
                    Figure.of("2 TB, built in", "%.2f s".formatted(seconds)),
                    Disk.of(connection).figure("2 TB, "));
        }
    }

    private static List<? extends Fact> grown(List<? extends Fact> rows) {
        double bytes = rows.stream()
                .filter(RelationSize.class::isInstance)
                .map(RelationSize.class::cast)
                .filter(size -> size.oid() >= FIRST_OF_USERS)
                .mapToLong(RelationSize::bytes)
                .sum();
        return rows.stream().map(row -> grown(row, LARGE / bytes)).toList();
    }

    private static Fact grown(Fact row, double factor) {
        return row instanceof RelationSize size && size.oid() >= FIRST_OF_USERS
                ? new RelationSize(
                        size.oid(), (long) Math.ceil(size.pages() * factor), (long) Math.ceil(size.bytes() * factor))
                : row;
    }

    /// How many queries to one table are explained a second, over as many sessions as there are cores.
    static Figure explains(TwinRun run) throws Exception {
        try (Twin twin = ghost(run.snapshot())) {
            List<String> queries = new ArrayList<>();
            try (Connection connection = twin.connect()) {
                for (PlanQuery query : run.queries()) {
                    if (query.preparations().isEmpty() && isOfOneTable(query, connection, run)) {
                        queries.add("explain (format json) " + query.statement());
                    }
                }
            }
            measure(twin, run, queries, WARM_UP);
            double rate = measure(twin, run, queries, TIME) / (double) TIME.toSeconds();
            return new Figure(
                    "explains a second of " + Words.count(queries.size(), "query") + " to one table, "
                            + Words.count(SESSIONS, "session"),
                    Figure.formatted("%.0f", rate),
                    "≥ " + GOAL_EXPLAINS,
                    rate >= GOAL_EXPLAINS);
        }
    }

    private static boolean isOfOneTable(PlanQuery query, Connection connection, TwinRun run) throws SQLException {
        if (run.errors().containsKey(query.name())) {
            return false;
        }
        PlanTree plan = PlanTree.parse(query.explain(connection, run.source().searchPath()));
        return plan.nodes()
                        .map(node -> node.properties().get("Relation Name"))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())
                        .size()
                == 1;
    }

    private static long measure(Twin twin, TwinRun run, List<String> queries, Duration time) throws Exception {
        Callable<Long> session = () -> explain(twin, run.source().searchPath(), queries, time);
        long explained = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(SESSIONS)) {
            for (Future<Long> each : threads.invokeAll(List.of(session, session))) {
                explained += each.get();
            }
        }
        return explained;
    }

    private static long explain(Twin twin, String searchPath, List<String> queries, Duration time) throws SQLException {
        long end = System.nanoTime() + time.toNanos();
        long explained = 0;
        try (Connection connection = twin.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(searchPath);
            while (System.nanoTime() < end) {
                statement.execute(queries.get((int) (explained % queries.size())));
                explained++;
            }
        }
        return explained;
    }
}
