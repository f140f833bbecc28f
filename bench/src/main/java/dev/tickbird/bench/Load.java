// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import dev.tickbird.model.finding.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// What a busy server loses when it is checked again and again.
final class Load {

    private static final int SCALE = 10;
    private static final int CLIENTS = Runtime.getRuntime().availableProcessors(); // so that no core is idle
    private static final int PAIRS = 10;
    private static final int SECONDS = 20;
    private static final int BETWEEN_CHECKS = 10;
    private static final int CHECKS = 10;
    private static final double GOAL_LOSS = 1;

    private Load() {}

    static Chapter measure(int major) {
        try (Corpus corpus = Corpus.start(major)) {
            PgBench load = PgBench.of(corpus, CLIENTS);
            load.prepare(SCALE);
            corpus.settle();
            double cpu = serverSeconds(corpus);
            load.run(SECONDS); // warms the server
            Sample lost = lost(load, corpus);
            return new Chapter(
                    "The load on the target",
                    "pgbench, " + Words.count(CLIENTS, "client") + " on as many cores, scale " + SCALE + ", " + SECONDS
                            + " s a run, with a check of its database every " + BETWEEN_CHECKS
                            + " s and without in turns. The program runs at the lowest priority, for it would be on another"
                            + " machine; what it asks of the server has the priority of any session.",
                    List.of(
                            Figure.atMost("throughput lost", lost.median(), GOAL_LOSS, "%.1f %%")
                                    .with(", quartiles of " + PAIRS
                                            + " pairs %.1f to %.1f %%"
                                                    .formatted(lost.lowerQuartile(), lost.upperQuartile())),
                            Figure.of(
                                    "processor time of the server for one check",
                                    "%.0f ms, %.2f %% of all cores"
                                            .formatted(cpu * 1_000, cpu * 100 / BETWEEN_CHECKS / CLIENTS))),
                    "");
        }
    }

    private static double serverSeconds(Corpus corpus) {
        check(corpus);
        double before = corpus.processorSeconds();
        for (int i = 0; i < CHECKS; i++) {
            check(corpus);
        }
        return (corpus.processorSeconds() - before) / CHECKS;
    }

    private static Sample lost(PgBench load, Corpus corpus) {
        List<Double> percent = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            boolean checkedFirst = i % 2 == 0;
            double first = checkedFirst ? checked(load, corpus) : load.run(SECONDS);
            double second = checkedFirst ? load.run(SECONDS) : checked(load, corpus);
            percent.add(100 * (1 - (checkedFirst ? first / second : second / first)));
        }
        return new Sample(percent);
    }

    private static double checked(PgBench load, Corpus corpus) {
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            Future<?> checks = clock.scheduleAtFixedRate(() -> check(corpus), 0, BETWEEN_CHECKS, TimeUnit.SECONDS);
            double throughput = load.run(SECONDS);
            if (checks.state() == Future.State.FAILED) {
                throw new IllegalStateException("a check failed under load", checks.exceptionNow());
            }
            checks.cancel(false);
            return throughput;
        }
    }

    private static void check(Corpus corpus) {
        Launch.tickbirdAside("check", corpus.uri(), "--format", "json", "-o", "/dev/null");
    }
}
