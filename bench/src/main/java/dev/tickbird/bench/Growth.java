// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import dev.tickbird.model.Bytes;
import dev.tickbird.model.finding.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `check` of a database with more and more tables.
final class Growth {

    private static final int RUNS = 5;
    private static final int RUNS_OF_MANY = 3; // of more tables than the goal speaks of
    private static final int GOAL_TABLES = 10_000;
    private static final double GOAL_SECONDS = 5;
    private static final double GOAL_HEAP = 1L << 30;
    private static final double GOAL_EXPONENT = 1.1;
    private static final double GOAL_SHARE_OF_RULES = 20;

    private final List<Figure> figures = new ArrayList<>();
    private final StringBuilder details = new StringBuilder();
    private final Map<Integer, Double> bySize = new TreeMap<>();

    private Growth() {}

    static Chapter measure(int major, List<Integer> sizes) {
        Growth growth = new Growth();
        try (Corpus corpus = Corpus.start(major)) {
            for (int tables : sizes) {
                corpus.grow(tables);
                if (tables == GOAL_TABLES) {
                    growth.measureUnsettled(corpus, tables);
                }
                corpus.settle();
                growth.measure(corpus, tables);
            }
        }
        growth.compareSizes();
        return new Chapter(
                "A check of many tables",
                "`./tickbird check TARGET --no-prove --format json -o /dev/null` as a whole process with a heap of 1 GiB, median of "
                        + RUNS + " runs, of " + RUNS_OF_MANY + " beyond " + Words.count(GOAL_TABLES, "table")
                        + ", on an embedded PostgreSQL " + major + " with the default settings."
                        + " Each table has 10 columns, 4 indexes, an identity and a check; every second one has a"
                        + " foreign key, every tenth rows and statistics. The server runs on the same machine, and its"
                        + " work is in the time.",
                growth.figures,
                growth.details.toString());
    }

    private void measureUnsettled(Corpus corpus, int tables) {
        Sample seconds = seconds(launches(corpus, tables));
        figures.add(Figure.of(
                Words.count(tables, "table") + " created a moment ago, catalogs never analyzed", spread(seconds)));
    }

    private void measure(Corpus corpus, int tables) {
        List<Launch> launches = launches(corpus, tables);
        Sample seconds = seconds(launches);
        Sample cpu = new Sample(launches.stream().map(Launch::cpuSeconds).toList());
        bySize.put(tables, seconds.median());
        String what = Words.count(tables, "table");
        String rest = ", of which the program itself %.2f s of processor time".formatted(cpu.median());
        figures.add(
                tables == GOAL_TABLES
                        ? Figure.atMost(what, seconds.median(), GOAL_SECONDS, "%.2f s")
                                .with(quartiles(seconds) + rest)
                        : Figure.of(what, spread(seconds) + rest));
        Phases phases = Phases.of(corpus.uri(), false);
        long resident = launches.stream().mapToLong(Launch::memory).max().orElse(0);
        figures.add(Figure.atMost(what + ", heap", phases.heap() / (double) (1 << 20), GOAL_HEAP / (1 << 20), "%.0f MB")
                .with(", resident " + new Bytes(resident)));
        if (tables == GOAL_TABLES) {
            double share = 100 * phases.seconds("rule ") / phases.seconds();
            figures.add(Figure.atMost(what + ", share of the rules", share, GOAL_SHARE_OF_RULES, "%.0f %%"));
        }
        describe(what, phases);
        if (tables <= GOAL_TABLES) {
            describe(what + ", every fact read", Phases.of(corpus.uri(), true));
        }
    }

    private void compareSizes() {
        List<Map.Entry<Integer, Double>> sizes = List.copyOf(bySize.entrySet());
        for (int i = 1; i < sizes.size(); i++) {
            Map.Entry<Integer, Double> small = sizes.get(i - 1);
            Map.Entry<Integer, Double> large = sizes.get(i);
            double exponent =
                    Math.log(large.getValue() / small.getValue()) / Math.log((double) large.getKey() / small.getKey());
            figures.add(Figure.atMost(
                    "growth exponent from " + Words.count(small.getKey()) + " to "
                            + Words.count(large.getKey(), "table"),
                    exponent,
                    GOAL_EXPONENT,
                    "%.2f"));
        }
    }

    private void describe(String what, Phases phases) {
        double all = phases.seconds();
        double rules = phases.seconds("rule ");
        details.append("""
                ### %s

                %.2f s in all: reading %.2f s, rules %.2f s (%s), rendering %.2f s.

                | reading | ms | rule | ms |
                |---|---|---|---|
                %s

                """.formatted(
                        what,
                        all,
                        phases.seconds("reading "),
                        rules,
                        Words.percent(rules / all),
                        phases.seconds("rendering"),
                        costliest(phases)));
    }

    private static String costliest(Phases phases) {
        List<String> facts = cells(phases, "reading ");
        List<String> rules = cells(phases, "rule ");
        return Stream.iterate(0, i -> i + 1)
                .limit(Math.max(facts.size(), rules.size()))
                .map(i -> "| " + cell(facts, i) + " | " + cell(rules, i) + " |")
                .collect(Collectors.joining("\n"));
    }

    private static List<String> cells(Phases phases, String prefix) {
        return phases.costliest(prefix).stream()
                .map(phase -> phase.getKey().substring(prefix.length()) + " | " + phase.getValue() / 1_000_000)
                .toList();
    }

    private static String cell(List<String> cells, int i) {
        return i < cells.size() ? cells.get(i) : " | ";
    }

    private static List<Launch> launches(Corpus corpus, int tables) {
        return Stream.generate(() ->
                        Launch.tickbird("check", corpus.uri(), "--no-prove", "--format", "json", "-o", "/dev/null"))
                .limit(tables > GOAL_TABLES ? RUNS_OF_MANY : RUNS)
                .toList();
    }

    private static Sample seconds(List<Launch> launches) {
        return new Sample(launches.stream().map(Launch::seconds).toList());
    }

    private static String spread(Sample seconds) {
        return "%.2f s".formatted(seconds.median()) + quartiles(seconds);
    }

    private static String quartiles(Sample seconds) {
        return " (%.2f to %.2f)".formatted(seconds.lowerQuartile(), seconds.upperQuartile());
    }
}
