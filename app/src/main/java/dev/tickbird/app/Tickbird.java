// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app;

import dev.tickbird.app.report.Report;
import dev.tickbird.lab.correlation.Rows;
import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.Version;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Examination;
import dev.tickbird.model.server.Edition;
import dev.tickbird.model.server.EditionEvidence;
import dev.tickbird.model.server.Server;
import dev.tickbird.observe.Observatory;
import dev.tickbird.observe.Observer;
import dev.tickbird.observe.RowSampler;
import dev.tickbird.observe.SnapshotFile;
import dev.tickbird.observe.target.FileTarget;
import dev.tickbird.observe.target.LiveTarget;
import dev.tickbird.observe.target.Target;
import dev.tickbird.observe.target.Timeouts;
import dev.tickbird.rules.Examiner;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The parts put together: a target becomes a snapshot, a snapshot a report.
///
/// @param patience how long one fact may take
/// @param progress is told what is being read
public record Tickbird(Duration patience, Consumer<String> progress) {

    /// So many that one slow one is told from a slow server.
    private static final int CONNECTIONS = 9;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /// Every fact there is, for a snapshot that answers later questions too.
    public static Set<Class<? extends Fact>> everyFact() {
        Set<Class<? extends Fact>> facts = new LinkedHashSet<>();
        Observatory.sources().forEach(source -> facts.add(source.fact()));
        return facts;
    }

    /// What the wanted facts say about the target now, or what its file says.
    public Snapshot observe(Target target, Collection<Class<? extends Fact>> wanted) {
        return observe(target, wanted, _ -> Set.of());
    }

    private Snapshot observe(Target target, Collection<Class<? extends Fact>> wanted, Observer.Curiosity further) {
        return switch (target) {
            case FileTarget file -> read(file.file());
            case LiveTarget live -> over(live, observer -> observer.observe(wanted, further));
        };
    }

    /// The same, and then the sessions again, some times, a moment apart, over the same connection.
    ///
    /// @param looks how often the sessions are looked at in all
    public Watched watch(Target target, Collection<Class<? extends Fact>> wanted, int looks) {
        return switch (target) {
            case FileTarget file -> new Watched(read(file.file()), List.of());
            case LiveTarget live ->
                over(live, observer -> {
                    Snapshot snapshot = observer.observe(wanted);
                    List<List<Session>> later = new ArrayList<>();
                    for (int i = 1; i < looks; i++) {
                        pause();
                        Snapshot again = observer.observe(Set.of(Session.class));
                        if (again.observed().contains(Session.class)) {
                            later.add(again.all(Session.class));
                        }
                    }
                    return new Watched(snapshot, later);
                });
        };
    }

    private <T> T over(LiveTarget live, Function<Observer, T> asking) {
        progress.accept("connecting to " + live.display());
        try (Connection connection = live.connect(Timeouts.forStatements(patience));
                Interruption interruption = Interruption.of(connection)) {
            return asking.apply(new Observer(connection, patience, fact -> {
                interruption.check();
                progress.accept("reading " + fact);
            }));
        } catch (SQLException e) { // closing what is gone already
            throw new IllegalStateException("could not close the connection", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    /// Who draws rows of the target's tables; only `twin --statistics` asks.
    public Rows rows(Target target) {
        return switch (target) {
            case FileTarget _ -> Rows.NONE;
            case LiveTarget live ->
                (table, columns, pages, rows) -> {
                    progress.accept("sampling rows of " + table.qualifiedName());
                    try (Connection connection = live.connect(Timeouts.forStatements(patience));
                            Interruption _ = Interruption.of(connection)) {
                        return RowSampler.read(connection, table, columns, pages, rows, patience);
                    } catch (SQLException e) { // closing what is gone already
                        throw new IllegalStateException("could not close the connection", e);
                    }
                };
        };
    }

    /// How long it takes to connect, each time that is tried; nothing for a file.
    public List<Duration> connecting(Target target) {
        if (!(target instanceof LiveTarget live)) {
            return List.of();
        }
        List<Duration> tries = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            progress.accept("connecting again, to take the time");
            long start = System.nanoTime();
            Connection connection = live.connect(Timeouts.forStatements(patience));
            tries.add(Duration.ofNanos(System.nanoTime() - start));
            try {
                connection.close();
            } catch (SQLException e) { // closing what is gone already
                throw new IllegalStateException("could not close the connection", e);
            }
        }
        return tries;
    }

    private static Snapshot read(Path file) {
        Snapshot snapshot = SnapshotFile.read(file);
        if (snapshot.observed().contains(Server.class)) {
            return snapshot;
        }
        throw TickbirdException.target(
                "snapshot file \"" + file + "\" is damaged: it does not say which server it is of",
                "Take the snapshot again.",
                null);
    }

    /// Observes what the examiner and the report need, examines it, and says how long that took.
    public Report examine(Target target, Examiner examiner, Collection<Class<? extends Fact>> alsoWanted) {
        return examine(target, examiner, alsoWanted, (_, _) -> Set.of());
    }

    private Report examine(
            Target target,
            Examiner examiner,
            Collection<Class<? extends Fact>> alsoWanted,
            BiFunction<Snapshot, Examination, Set<Class<? extends Fact>>> further) {
        Instant start = Instant.now();
        Set<Class<? extends Fact>> wanted = new LinkedHashSet<>(examiner.needs());
        wanted.addAll(alsoWanted);
        AtomicReference<@Nullable Examination> known = new AtomicReference<>();
        Snapshot snapshot = observe(target, wanted, seen -> {
            progress.accept("examining");
            Examination examination = examiner.examine(seen);
            known.set(examination);
            return further.apply(seen, examination);
        });
        @Nullable Examination live = known.get();
        return new Report(
                Version.NUMBER,
                target.display(),
                edition(snapshot),
                snapshot,
                live == null ? examiner.examine(snapshot) : live,
                examiner.choice(),
                Duration.between(start, Instant.now()));
    }

    /// The same, and then tries the remedies on a twin of what was examined. What a twin is made of is read only if
    /// there is something to try.
    ///
    /// @param forced whether to try even if that may take longer than there is time
    public Report prove(
            Target target,
            Examiner examiner,
            Collection<Class<? extends Fact>> alsoWanted,
            Duration limit,
            boolean forced) {
        Proving proving = new Proving(examiner, limit, forced, progress);
        return proving.of(examine(target, examiner, alsoWanted, proving::wanted));
    }

    private static String edition(Snapshot snapshot) {
        return snapshot.observed().contains(EditionEvidence.class)
                ? Edition.of(snapshot).displayName()
                : "edition not known";
    }
}
