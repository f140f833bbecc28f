// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How true twins are, how fast they are built, and what they take of the disk.
///
/// Each source is loaded, explained and observed; then it is stopped, and its likeness is made and explained. Where the
/// likeness is the same rows loaded once more, the figures say how far apart two samples of `analyze` are by chance.
final class TwinBench {

    /// What there is to make twins with; without it, sources are loaded once more.
    private final Optional<Likeness.Maker> twins;

    private final List<Integer> majors;
    private final double scale;
    private final List<PlanSource> sources;
    private final List<Figure> figures = new ArrayList<>();
    private final StringBuilder details = new StringBuilder();

    private TwinBench(Optional<Likeness.Maker> twins, List<Integer> majors, double scale, List<PlanSource> sources) {
        this.twins = twins;
        this.majors = majors;
        this.scale = scale;
        this.sources = sources;
    }

    static Chapter measure(
            Optional<Likeness.Maker> twins, List<Integer> majors, double scale, List<PlanSource> sources) {
        TwinBench bench = new TwinBench(twins, majors, scale, sources);
        try {
            bench.measure();
        } catch (Exception e) {
            throw new IllegalStateException("could not measure the twin", e);
        }
        String made = twins.isPresent()
                ? "its twin was built from a snapshot file"
                : "the same rows were loaded into another server, so that the differences are those of chance";
        return new Chapter(
                "The twin",
                "TPC-H at scale %s, and our own schema in proportion. Each source was loaded, explained and switched off before %s. A cost differs by the largest difference of any node, as a share of the larger number."
                        .formatted(scale, made),
                bench.figures,
                bench.details.toString());
    }

    private void measure() throws Exception {
        for (int major : majors) {
            for (PlanSource source : sources) {
                measure(major, source);
            }
        }
        if (twins.isPresent()) {
            figures.addAll(TwinScale.manyTables(majors.getLast(), twins.get()));
        }
    }

    private void measure(int major, PlanSource source) throws Exception {
        Likeness.Maker maker = twins.orElse(snapshot -> SourceServer.load(source, major, scale));
        TwinRun run = TwinRun.of(source, major, scale, maker);
        figures.addAll(twins.isPresent() ? run.figures() : run.yardstick());
        details.append(run.details());
        boolean last = major == majors.getLast();
        if (last && twins.isPresent() && source == sources.getFirst()) {
            figures.addAll(TwinScale.large(run.snapshot(), maker));
        }
        if (last && source == PlanSource.OWN) {
            figures.add(TwinScale.explains(run, maker));
        }
    }
}
