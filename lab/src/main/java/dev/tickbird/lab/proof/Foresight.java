// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.proof;

import dev.tickbird.lab.rehearsal.Rehearsed;
import dev.tickbird.lab.whatif.IndexTrials;
import dev.tickbird.lab.whatif.Planned;
import dev.tickbird.lab.whatif.Trial;
import dev.tickbird.lab.whatif.Verdict;
import dev.tickbird.lab.whatif.Workload;
import dev.tickbird.model.Gap;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.finding.Proof;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.statistics.StatementText;
import dev.tickbird.server.Binaries;
import dev.tickbird.server.ServerException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Plans, on a ghost of the source, what it was asked most, with and without the indexes that a rehearsed remedy makes
/// or drops. The ghost is built when it is first needed.
final class Foresight implements AutoCloseable {

    /// What makes a query this much dearer is no cure.
    private static final double TOO_MUCH = 1.05;

    /// So much of a statement is told.
    private static final int LEGIBLE = 70;

    private final Snapshot source;
    private final Optional<Binaries> binaries;
    private final Consumer<String> progress;
    private @Nullable IndexTrials trials;
    private @Nullable String obstacle;

    /// @param binaries the PostgreSQL to plan on; empty if nothing is to be planned
    Foresight(Snapshot source, Optional<Binaries> binaries, Consumer<String> progress) {
        this.source = source;
        this.binaries = binaries;
        this.progress = progress;
    }

    /// What was proven by rehearsal, after the plans were looked at.
    ///
    /// @param left how long the ghost may take to build
    Attempt on(Attempt.Standing rehearsed, Rehearsed.CarriedOut done, Duration left) {
        IndexChange change = IndexChange.of(done);
        if (change.isNone() || binaries.isEmpty()) {
            return rehearsed;
        }
        if (!Workload.isKnown(source)) {
            String why = source.gap(StatementText.class)
                    .map(Gap::reason)
                    .orElse("pg_stat_statements has shown no statement");
            return unplanned(rehearsed, why);
        }
        if (obstacle != null) {
            return unplanned(rehearsed, obstacle);
        }
        try {
            if (trials == null) {
                trials = IndexTrials.on(source, binaries.get(), left, progress);
            }
            return judged(rehearsed, change, trials.of(change.created(), change.dropped()));
        } catch (TickbirdException e) {
            return failed(rehearsed, String.valueOf(e.getMessage()));
        } catch (ServerException e) {
            return failed(rehearsed, e.title());
        }
    }

    /// A ghost that could not be built once is not built again.
    private Attempt failed(Attempt.Standing rehearsed, String why) {
        if (trials == null) {
            obstacle = why;
        }
        return unplanned(rehearsed, why);
    }

    private static Attempt unplanned(Attempt.Standing rehearsed, String why) {
        Proof proof = rehearsed.proof();
        return new Attempt.Standing(
                Proof.rehearsed(proof.reason() + "; no query was planned: " + why, proof.before(), proof.after()));
    }

    static Attempt judged(Attempt.Standing rehearsed, IndexChange change, Trial trial) {
        String tables = change.tables().stream().map(QualifiedName::toString).collect(Collectors.joining(", "));
        String known = trial.tried() < trial.known()
                ? "the " + Words.count(trial.tried()) + " costliest known statements"
                : Words.count(trial.known(), "known statement");
        if (trial.queries().isEmpty()) {
            return unplanned(rehearsed, "none of " + known + " uses " + tables);
        }
        Optional<Planned> worst = trial.worst().filter(it -> it.factor() > TOO_MUCH);
        if (worst.isPresent()) {
            return new Attempt.Refuted("planned on a twin with the source's statistics, "
                    + Words.count(trial.dearer(TOO_MUCH).size(), "known statement") + " would get dearer, "
                    + costs(worst.get()));
        }
        int cheaper = trial.cheaper().size();
        int all = trial.statements().size();
        boolean dearer = trial.queries().stream().anyMatch(it -> it.verdict() == Verdict.WORSE);
        String none = "none gets " + (dearer ? "more than 5 % " : "") + "dearer";
        String counted = cheaper == 0
                ? none + (dearer ? "" : " or cheaper")
                : none + ", and " + Words.count(cheaper) + " cheaper, "
                        + trial.best().map(Foresight::costs).orElseThrow();
        return new Attempt.Standing(new Proof(
                Proof.Verdict.PLANNED,
                rehearsed.proof().reason() + "; of " + known + ", " + Words.count(all) + (all == 1 ? " uses " : " use ")
                        + tables + ": " + counted,
                total(trial, true),
                total(trial, false)));
    }

    private static String costs(Planned query) {
        return "most of all " + told(query) + ", from a cost of "
                + cost(query.before().cost()) + " to " + cost(query.after().cost());
    }

    /// As much of its text as it is recognised by, and with which kind of values it was planned.
    private static String told(Planned query) {
        String line = query.sql().strip().replaceAll("\\s+", " ");
        String text = line.length() <= LEGIBLE ? line : line.substring(0, LEGIBLE) + "…";
        int kind = query.name().lastIndexOf(" (");
        return '"' + text + '"' + (kind < 0 ? "" : query.name().substring(kind));
    }

    private static String total(Trial trial, boolean before) {
        double cost = trial.queries().stream()
                .mapToDouble(it -> (before ? it.before() : it.after()).cost())
                .sum();
        return "planned cost of all their plans " + cost(cost);
    }

    private static String cost(double cost) {
        return String.format(Locale.ROOT, cost < 100 ? "%.2f" : "%,.0f", cost);
    }

    @Override
    public void close() {
        if (trials != null) {
            trials.close();
        }
    }
}
