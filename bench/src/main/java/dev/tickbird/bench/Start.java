// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import dev.tickbird.model.finding.Words;
import java.util.ArrayList;
import java.util.List;

/// How long the program takes before it does anything, and how long with a small database.
final class Start {

    private static final int RUNS = 21;
    private static final int TABLES = 20;
    private static final double GOAL_VERSION = 150;
    private static final double GOAL_CHECK = 1_000;

    private Start() {}

    static Chapter measure(int major) {
        List<Launch> versions = new ArrayList<>();
        List<Launch> checks = new ArrayList<>();
        List<Launch> proofs = new ArrayList<>();
        try (Corpus corpus = Corpus.start(major)) {
            corpus.grow(TABLES);
            corpus.settle();
            Launch.tickbird("--version"); // builds it, should it not be built
            for (int i = 0; i < RUNS; i++) {
                versions.add(Launch.tickbird("--version"));
                checks.add(Launch.tickbird("check", corpus.uri(), "--no-prove"));
                proofs.add(Launch.tickbird("check", corpus.uri()));
            }
        }
        String tables = Words.count(TABLES, "table");
        return new Chapter(
                "The start",
                "Whole processes, from the script's first line to its exit, median of " + RUNS
                        + " runs of each in turns.",
                List.of(
                        figure("`./tickbird --version`", versions, GOAL_VERSION),
                        figure("`./tickbird check --no-prove` of " + tables, checks, GOAL_CHECK),
                        figure("`./tickbird check` of " + tables + ", its cures tried on a twin", proofs)),
                "");
    }

    private static Figure figure(String what, List<Launch> launches) {
        return new Figure(what, figure(what, launches, 0).result(), "", true);
    }

    private static Figure figure(String what, List<Launch> launches, double goal) {
        Sample wall =
                new Sample(launches.stream().map(it -> it.seconds() * 1_000).toList());
        Sample cpu =
                new Sample(launches.stream().map(it -> it.cpuSeconds() * 1_000).toList());
        return Figure.atMost(what, wall.median(), goal, "%.0f ms")
                .with(" (%.0f to %.0f), %.0f ms of processor time"
                        .formatted(wall.lowerQuartile(), wall.upperQuartile(), cpu.median()));
    }
}
