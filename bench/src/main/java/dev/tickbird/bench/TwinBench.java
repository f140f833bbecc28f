// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import java.util.ArrayList;
import java.util.List;

/// How true twins are, how fast they are built, and what they take of the disk.
///
/// Each source is loaded, explained and observed; then it is stopped, and its twin is built and explained.
final class TwinBench {

    private final List<Integer> majors;
    private final double scale;
    private final List<PlanSource> sources;
    private final List<Figure> figures = new ArrayList<>();
    private final StringBuilder details = new StringBuilder();

    private TwinBench(List<Integer> majors, double scale, List<PlanSource> sources) {
        this.majors = majors;
        this.scale = scale;
        this.sources = sources;
    }

    static Chapter measure(List<Integer> majors, double scale, List<PlanSource> sources) {
        TwinBench bench = new TwinBench(majors, scale, sources);
        try {
            bench.measure();
        } catch (Exception e) {
            throw new IllegalStateException("could not measure the twin", e);
        }
        return new Chapter(
                "The twin",
                "TPC-H at scale %s, and our own schema in proportion. Each source was loaded, explained and switched off before its twin was built from a snapshot file. A cost differs by the largest difference of any node, as a share of the larger number."
                        .formatted(scale),
                bench.figures,
                bench.details.toString());
    }

    private void measure() throws Exception {
        for (int major : majors) {
            for (PlanSource source : sources) {
                measure(major, source);
            }
        }
        figures.addAll(TwinScale.manyTables(majors.getLast()));
    }

    private void measure(int major, PlanSource source) throws Exception {
        TwinRun run = TwinRun.of(source, major, scale);
        figures.addAll(run.figures());
        details.append(run.details());
        boolean last = major == majors.getLast();
        if (last && source == sources.getFirst()) {
            figures.addAll(TwinScale.large(run.snapshot()));
        }
        if (last && source == PlanSource.OWN) {
            figures.add(TwinScale.explains(run));
            figures.addAll(Remembering.of(run));
        }
    }
}
