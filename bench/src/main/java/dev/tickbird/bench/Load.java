// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import dev.tickbird.model.finding.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// What a busy server loses when it is checked again and again, from another machine: the program has a core of its own
/// that neither the server nor its load ever touches, checked or not.
final class Load {

    private static final String TITLE = "The load on the target";
    private static final int SCALE = 10;
    private static final int PAIRS = 10;
    private static final int BETWEEN_CHECKS = 10; // and as long is a run, so that one check falls into it
    private static final int UNTIL_CHECK = 2;
    private static final int CHECKS = 10;
    private static final double GOAL_LOSS = 1;

    private final Cores cores;
    private final Corpus corpus;
    private final PgBench pgbench;

    private Load(Cores cores, Corpus corpus, PgBench pgbench) {
        this.cores = cores;
        this.corpus = corpus;
        this.pgbench = pgbench;
    }

    static Chapter measure(int major) {
        Optional<String> obstacle = Cores.obstacle().or(PgBench::obstacle);
        if (obstacle.isPresent()) {
            return new Chapter(TITLE, "Could not be measured: " + obstacle.get() + ".", List.of(), "");
        }
        Cores cores = Cores.divided();
        long self = ProcessHandle.current().pid();
        try (Corpus corpus = Corpus.start(major)) {
            Cores.move(corpus.pid(), cores.server());
            Cores.move(self, cores.program()); // for it watches the processes that it starts
            PgBench pgbench = PgBench.of(corpus, cores.server());
            return new Load(cores, corpus, pgbench).measure();
        } finally {
            Cores.move(self, cores.all());
        }
    }

    private Chapter measure() {
        pgbench.prepare(SCALE);
        corpus.settle();
        double cpu = serverSeconds();
        pgbench.run(BETWEEN_CHECKS); // warms the server
        Sample lost = lost();
        int servers = cores.server().size();
        String core = Words.count(servers, "core");
        return new Chapter(
                TITLE,
                "pgbench with " + Words.count(servers, "client") + " at scale " + SCALE + ", in runs of "
                        + BETWEEN_CHECKS + " s, in turns with a check of its database and without. The server and"
                        + " pgbench have " + core + " in all runs, and the program another, as if it were on another"
                        + " machine. The loss is the median of the pairs' own.",
                List.of(
                        Figure.atMost("throughput lost", lost.median(), GOAL_LOSS, "%.1f %%")
                                .with(", quartiles of " + PAIRS
                                        + " pairs %.1f to %.1f %%"
                                                .formatted(lost.lowerQuartile(), lost.upperQuartile())),
                        Figure.of(
                                "processor time of the server for one check",
                                "%.0f ms, which every %d s is %.2f %% of %s"
                                        .formatted(
                                                cpu * 1_000,
                                                BETWEEN_CHECKS,
                                                cpu * 100 / BETWEEN_CHECKS / servers,
                                                core))),
                "");
    }

    private double serverSeconds() {
        check();
        double before = corpus.processorSeconds();
        for (int i = 0; i < CHECKS; i++) {
            check();
        }
        return (corpus.processorSeconds() - before) / CHECKS;
    }

    /// What was lost, in percent: pair by pair, for a machine is slower at one time than at another.
    private Sample lost() {
        List<Double> percent = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            boolean checkedFirst = i % 2 == 0;
            double first = checkedFirst ? checked() : pgbench.run(BETWEEN_CHECKS);
            double second = checkedFirst ? pgbench.run(BETWEEN_CHECKS) : checked();
            percent.add(100 * (1 - (checkedFirst ? first / second : second / first)));
        }
        return new Sample(percent);
    }

    private double checked() {
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            Future<?> check = clock.schedule(this::check, UNTIL_CHECK, TimeUnit.SECONDS);
            double throughput = pgbench.run(BETWEEN_CHECKS);
            if (check.state() == Future.State.FAILED) {
                throw new IllegalStateException("a check failed under load", check.exceptionNow());
            }
            return throughput;
        }
    }

    private void check() {
        Launch.tickbird(
                Cores.on(cores.program()), "check", corpus.uri(), "--no-prove", "--format", "json", "-o", "/dev/null");
    }
}
