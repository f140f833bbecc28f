// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.lab.correlation.Rows;
import dev.tickbird.lab.twin.Face;
import dev.tickbird.lab.twin.Twin;
import dev.tickbird.lab.twin.TwinGap;
import dev.tickbird.lab.twin.TwinOptions;
import dev.tickbird.model.Fact;
import dev.tickbird.model.Gap;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.statistics.ColumnEnds;
import dev.tickbird.model.statistics.ColumnStatistics;
import dev.tickbird.model.statistics.ExpressionStatistics;
import dev.tickbird.model.statistics.ExtendedStatisticsData;
import dev.tickbird.model.statistics.IndexMetapage;
import dev.tickbird.model.statistics.RelationSize;
import dev.tickbird.server.Binaries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// A question: what would PostgreSQL's planner make of these queries, if this and that were otherwise?
///
/// ```java
/// try (WhatIf question = WhatIf.on(snapshot, binaries, limit, progress)) {
///     Answer answer = question.ask(queries, Changes.NONE.withIndex("create index on orders (customer_id)"));
/// }
/// ```
public final class WhatIf implements AutoCloseable {

    /// What a ghost is made of, besides what its twin is made of.
    private static final List<Class<? extends Fact>> STATISTICS = List.of(
            ColumnStatistics.class,
            RelationSize.class,
            ExpressionStatistics.class,
            ExtendedStatisticsData.class,
            IndexMetapage.class,
            ColumnEnds.class);

    private static final List<Class<? extends Fact>> INDISPENSABLE =
            List.of(ColumnStatistics.class, RelationSize.class);

    /// Whoever asks this many queries that end the server has another problem than what they cost.
    private static final int MOST_CRASHES = 10;

    private final Snapshot snapshot;
    private final Duration limit;
    private final Consumer<String> progress;
    private final Binaries binaries;
    private final List<Unplanned> crashed = new ArrayList<>();

    /// Whether it must be known which query ends the server.
    private boolean sequential;

    private Planner source;
    private Planner changed;

    private WhatIf(Snapshot snapshot, Duration limit, Consumer<String> progress, Binaries binaries) {
        this.snapshot = snapshot;
        this.limit = limit;
        this.progress = progress;
        this.binaries = binaries;
        source = ofSource();
        changed = source;
    }

    private Planner ofSource() {
        progress.accept("building the twin");
        return planner(
                Twin.build(snapshot, TwinOptions.of(Face.GHOST).on(binaries).within(limit)), snapshot);
    }

    private Planner planner(Twin twin, Snapshot planned) {
        return sequential ? Planner.sequential(twin, planned, progress) : Planner.on(twin, planned, progress);
    }

    /// What a snapshot must hold to be asked.
    public static Set<Class<? extends Fact>> facts() {
        Set<Class<? extends Fact>> facts = new LinkedHashSet<>(Twin.facts());
        facts.addAll(STATISTICS);
        return facts;
    }

    /// Builds the ghost of the source.
    ///
    /// @param binaries the PostgreSQL it plans on
    /// @param limit how long building a twin may take
    /// @param progress is told what is being done
    /// @throws TickbirdException if the snapshot does not hold what the planner needs
    public static WhatIf on(Snapshot snapshot, Binaries binaries, Duration limit, Consumer<String> progress) {
        for (Class<? extends Fact> fact : INDISPENSABLE) {
            if (!snapshot.observed().contains(fact)) {
                throw TickbirdException.target(
                        "cannot plan on a twin: the snapshot does not hold "
                                + (fact == RelationSize.class ? "the sizes of tables" : "the statistics of columns"),
                        snapshot.gap(fact)
                                .map(Gap::hint)
                                .orElse("Take the snapshot again, with \"tickbird snapshot\"."),
                        null);
            }
        }
        return new WhatIf(snapshot, limit, progress, binaries);
    }

    /// Plans as it is, makes the changes, and plans again. The changes stay, so a question can be asked only once.
    public Answer ask(List<Query> queries, Changes changes) {
        return ask(queries, changes, Rows.NONE);
    }

    /// The same. A query that ends the server is told as unplanned, and the others are asked anew.
    ///
    /// @param rows of the source, from which is learned what new statistics would say
    public Answer ask(List<Query> queries, Changes changes, Rows rows) {
        List<Query> harmless = new ArrayList<>(queries);
        while (true) {
            try {
                return answer(harmless, changes, rows);
            } catch (Crash crash) {
                if (crashed.size() == MOST_CRASHES) {
                    throw crash.failure();
                }
                if (crash.isCertain()) {
                    harmless.stream()
                            .filter(crash::suspects)
                            .map(it -> new Unplanned(it.name(), it.sql(), "the server ended while it planned it", null))
                            .forEach(crashed::add);
                    harmless.removeIf(crash::suspects);
                }
                progress.accept("the server has ended: starting again");
                close();
                sequential = true;
                source = ofSource();
                changed = source;
            }
        }
    }

    private Answer answer(List<Query> queries, Changes changes, Rows rows) {
        changes.searchPath().ifPresent(path -> path.ruleIn(source.twin()));
        Supposed supposed = Supposed.of(snapshot, changes, rows, source.twin());
        Alterations alterations = new Alterations(supposed.snapshot(), changes);
        alterations.check();
        Forms forms = source.forms(queries);
        List<Reply> before = source.plan(forms.all(), Circumstances.AS_IS);
        List<TwinGap> gaps = new ArrayList<>(source.twin().gaps());
        if (changes.needsAnotherTwin()) {
            progress.accept("building the changed twin");
            Face face = changes.script().isPresent() ? Face.THIN : Face.GHOST;
            TwinOptions options = TwinOptions.of(face).on(changes.server().orElse(binaries));
            Twin another = Twin.build(supposed.snapshot(), options.within(limit));
            changed = planner(another, supposed.snapshot());
            changes.searchPath().ifPresent(path -> path.ruleIn(another));
            gaps.addAll(another.gaps());
            gaps.addAll(supposed.gaps());
        }
        progress.accept("making the changes");
        gaps.addAll(alterations.make(changed));
        List<Reply> after = changed.plan(forms.all(), new Circumstances(changes.settings(), Set.of(), Set.of()));
        Answers answers = new Answers(snapshot, changes, gaps);
        crashed.forEach(answers::refuse);
        forms.refused().forEach(answers::refuse);
        for (int i = 0; i < before.size(); i++) {
            answers.add(forms.all().get(i), before.get(i), after.get(i));
        }
        return answers.of(binaries.major(), changes.server().orElse(binaries).major());
    }

    /// The twin with the changes that were asked for; those of settings are not in it, for they are a session's.
    public Twin changed() {
        return changed.twin();
    }

    /// Of the twin of the unchanged source.
    Planner planner() {
        return source;
    }

    @Override
    public void close() {
        try {
            if (changed != source) {
                close(changed);
            }
        } finally {
            close(source);
        }
    }

    private static void close(Planner planner) {
        try (Twin _ = planner.twin()) {
            planner.close();
        }
    }
}
