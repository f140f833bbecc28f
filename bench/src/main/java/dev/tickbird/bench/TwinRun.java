// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import dev.tickbird.lab.plans.PlanDifference;
import dev.tickbird.lab.plans.PlanTree;
import dev.tickbird.lab.twin.Face;
import dev.tickbird.lab.twin.Twin;
import dev.tickbird.lab.twin.TwinGap;
import dev.tickbird.lab.twin.TwinOptions;
import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Words;
import dev.tickbird.observe.FactSource;
import dev.tickbird.observe.Observatory;
import dev.tickbird.observe.Observer;
import dev.tickbird.observe.SnapshotFile;
import dev.tickbird.testkit.plans.PlanQuery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One source on one major version beside its twin, which is built when the source is gone.
///
/// @param snapshot as it was read from the file
/// @param differences what differs, by query, in the order of their names
record TwinRun(
        PlanSource source,
        int major,
        List<PlanQuery> queries,
        Snapshot snapshot,
        Map<String, PlanDifference> differences,
        Map<String, String> errors,
        List<String> gaps,
        double seconds,
        Disk disk) {

    private static final int LINES = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    static TwinRun of(PlanSource source, int major, double scale) throws Exception {
        List<PlanQuery> queries = source.queries(major);
        Path file = Files.createTempFile("tickbird-", ".snapshot");
        try {
            Plans before;
            try (SourceServer server = SourceServer.load(source, major, scale);
                    Connection connection = server.connect()) {
                before = Plans.of(connection, queries, source.searchPath());
                SnapshotFile.write(snapshot(connection), file);
            }
            Snapshot snapshot = SnapshotFile.read(file);
            try (Twin twin = Twin.build(snapshot, TwinOptions.of(Face.GHOST));
                    Connection connection = twin.connect()) {
                double seconds = Disk.secondsSinceStart(connection);
                Plans after = Plans.of(connection, queries, source.searchPath());
                return new TwinRun(
                        source,
                        major,
                        queries,
                        snapshot,
                        differences(before, after),
                        after.errors(),
                        twin.gaps().stream().map(TwinGap::toString).toList(),
                        seconds,
                        Disk.of(connection));
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    static Snapshot snapshot(Connection connection) {
        return Observer.observe(
                connection,
                Observatory.sources()
                        .<Class<? extends Fact>>map(FactSource::fact)
                        .toList(),
                PATIENCE,
                fact -> {});
    }

    private static Map<String, PlanDifference> differences(Plans before, Plans after) {
        Map<String, PlanDifference> differences = new TreeMap<>();
        for (Map.Entry<String, PlanTree> plan : before.trees().entrySet()) {
            PlanTree other = after.trees().get(plan.getKey());
            if (other != null) {
                differences.put(plan.getKey(), plan.getValue().differenceTo(other));
            }
        }
        return differences;
    }

    long same() {
        return differences.values().stream().filter(PlanDifference::sameTree).count();
    }

    /// The largest difference of any node's cost in the plans that are alike.
    double cost() {
        return differences.values().stream()
                .filter(PlanDifference::sameTree)
                .mapToDouble(PlanDifference::nodeCost)
                .max()
                .orElse(0);
    }

    List<Figure> figures() {
        String what = source.title() + " on PostgreSQL " + major + ", ";
        String trees = "%d of %d".formatted(same(), queries.size());
        return List.of(
                new Figure(what + "identical plan trees", trees, "all", same() == queries.size()),
                Figure.atMost(what + "largest difference of a cost", 100 * cost(), 1, "%.2f %%"),
                seconds(what),
                disk.figure(what));
    }

    /// The first lines: what is above them differs because they do.
    private static String told(PlanDifference difference) {
        List<String> lines = difference.text().lines().toList();
        String rest = lines.size() > LINES ? "\nand " + (lines.size() - LINES) + " more" : "";
        return lines.stream().limit(LINES).collect(Collectors.joining("\n")) + rest;
    }

    private Figure seconds(String what) {
        String name = what + "built in";
        return source == PlanSource.TPCH
                ? Figure.atMost(name, seconds, 1, "%.2f s")
                : Figure.of(name, "%.2f s".formatted(seconds));
    }

    /// What differs, in Markdown; empty if nothing does.
    String details() {
        String lines = differences.entrySet().stream()
                .filter(entry -> !entry.getValue().text().isEmpty())
                .map(entry -> entry.getKey() + "\n" + told(entry.getValue()).indent(4))
                .collect(Collectors.joining());
        String failed = errors.entrySet().stream()
                .map(error -> error.getKey() + "\n" + ("not planned: " + error.getValue()).indent(4))
                .collect(Collectors.joining());
        String missing = gaps.stream().map(gap -> "gap: " + gap + "\n").collect(Collectors.joining());
        String all = missing + failed + lines;
        return all.isEmpty()
                ? ""
                : "### %s on PostgreSQL %d: what differs\n\n%s\n\n```\n%s```\n\n"
                        .formatted(source.title(), major, Words.count(queries.size(), "query"), all);
    }
}
