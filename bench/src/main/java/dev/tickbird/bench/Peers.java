// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import dev.tickbird.model.finding.Words;
import dev.tickbird.rules.Catalogue;
import java.util.ArrayList;
import java.util.List;

/// The same tables examined by us and by others, in turns.
final class Peers {

    private static final int TABLES = 1_000;
    private static final int RUNS = 3;

    private Peers() {}

    static Chapter measure(int major) {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        String checks = "";
        try (Corpus corpus = Corpus.start(major)) {
            corpus.grow(TABLES);
            corpus.settle();
            String password = corpus.server().password().orElseThrow();
            for (int i = 0; i < RUNS; i++) {
                ours.add(Launch.tickbird("check", corpus.uri(), "--no-prove", "--format", "json", "-o", "/dev/null")
                        .seconds());
                Launch peer = Launch.java(IndexHealth.class, corpus.jdbcUrl(), password, Corpus.SCHEMA);
                theirs.add(peer.seconds());
                checks = peer.output().strip();
            }
        }
        double us = new Sample(ours).median();
        double them = new Sample(theirs).median();
        return new Chapter(
                "Beside others",
                "The same " + Words.count(TABLES, "table") + " examined in turns, whole processes, median of " + RUNS
                        + " runs. They look for different things; the time is what a user waits.",
                List.of(
                        Figure.of("Tickbird, " + Words.count(Catalogue.rules().size(), "rule"), "%.2f s".formatted(us)),
                        Figure.of("pg-index-health, " + checks, "%.2f s".formatted(them)),
                        Figure.of("its time by ours", "%.1f".formatted(them / us))),
                "");
    }
}
