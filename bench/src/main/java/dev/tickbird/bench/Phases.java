// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import dev.tickbird.app.Tickbird;
import dev.tickbird.app.report.JsonReport;
import dev.tickbird.app.report.Report;
import dev.tickbird.model.Fact;
import dev.tickbird.observe.target.Environment;
import dev.tickbird.observe.target.Target;
import dev.tickbird.rules.Catalogue;
import dev.tickbird.rules.Examiner;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.Settlement;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What a check spends its time on: `check` itself, taken apart, in a process of its own.
///
/// @param nanoseconds by `reading` and a fact, `rule` and a slug, or another phase
/// @param heap the most that was on the heap, garbage included
record Phases(Map<String, Long> nanoseconds, long heap) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static Phases of(String uri, boolean everyFact) {
        String output =
                Launch.java(Phases.class, uri, everyFact ? "every" : "needed").output();
        Map<String, Long> nanoseconds = output.lines()
                .map(line -> line.split("\t", 2))
                .collect(Collectors.toMap(line -> line[0], line -> Long.valueOf(line[1])));
        Map<String, Long> phases = new HashMap<>(nanoseconds);
        phases.remove("heap");
        return new Phases(phases, nanoseconds.getOrDefault("heap", 0L));
    }

    /// Runs in the process of its own: `Phases URI every|needed`.
    public static void main(String[] arguments) throws IOException {
        Stopwatch stopwatch = new Stopwatch();
        List<Rule> rules = Catalogue.rules().stream()
                .<Rule>map(rule -> new TimedRule(rule, stopwatch))
                .toList();
        Set<Class<? extends Fact>> wanted = arguments[1].equals("every") ? Tickbird.everyFact() : Set.of();
        Target target = Target.parse(arguments[0], Environment.ofProcess());
        Report report =
                new Tickbird(PATIENCE, stopwatch::begin).examine(target, new Examiner(rules, Settlement.NONE), wanted);
        stopwatch.begin("rendering");
        try (Writer nowhere = Writer.nullWriter()) {
            new JsonReport().render(report, nowhere);
        }
        stopwatch.begin("end");
        PrintStream out = System.out;
        stopwatch.nanoseconds().forEach((phase, time) -> out.println(phase.split(" to ", 2)[0] + '\t' + time));
        out.println("heap\t" + heapPeak());
    }

    private static long heapPeak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    double seconds() {
        return seconds("");
    }

    /// All phases whose name begins so.
    double seconds(String prefix) {
        return nanoseconds.entrySet().stream()
                        .filter(phase -> phase.getKey().startsWith(prefix))
                        .mapToLong(Map.Entry::getValue)
                        .sum()
                / 1e9;
    }

    /// The ten costliest whose name begins so, the costliest first.
    List<Map.Entry<String, Long>> costliest(String prefix) {
        return nanoseconds.entrySet().stream()
                .filter(phase -> phase.getKey().startsWith(prefix))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(10)
                .toList();
    }
}
