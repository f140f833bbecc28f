// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app;

import dev.tickbird.lab.rehearsal.Rehearsal;
import dev.tickbird.lab.rehearsal.Rehearsed;
import dev.tickbird.lab.rehearsal.ServerStage;
import dev.tickbird.lab.twin.Face;
import dev.tickbird.lab.twin.Twin;
import dev.tickbird.lab.twin.TwinGap;
import dev.tickbird.lab.twin.TwinOptions;
import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.statistics.RelationSize;
import dev.tickbird.server.Binaries;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Rehearses somebody's script on a twin that is made for it and thrown away.
///
/// @param binaries what the twin is of
/// @param limit how long one statement may take
/// @param progress is told what is being done
public record Rehearsing(Binaries binaries, Duration limit, Consumer<String> progress) {

    private static final Duration BUILDING = Duration.ofMinutes(10);

    /// @param gaps what the twin lacks
    public record Outcome(Rehearsed rehearsed, List<TwinGap> gaps) {

        public Outcome {
            gaps = List.copyOf(gaps);
        }
    }

    /// What must be known of the target.
    public static Set<Class<? extends Fact>> facts() {
        Set<Class<? extends Fact>> facts = new LinkedHashSet<>(Twin.facts());
        facts.add(RelationSize.class);
        return facts;
    }

    /// @param undo what is to take it back; empty if nothing is
    public Outcome of(String script, String undo, Snapshot snapshot) {
        Optional<Rehearsed> refused = Rehearsal.refusal(script, undo);
        if (refused.isPresent()) {
            return new Outcome(refused.get(), List.of());
        }
        progress.accept("building a twin");
        TwinOptions options = TwinOptions.of(Face.THIN).on(binaries).within(BUILDING);
        try (Twin twin = Twin.build(snapshot, options);
                ServerStage stage = ServerStage.on(twin.server(), twin.database())) {
            Rehearsal rehearsal =
                    Rehearsal.on(stage).sizedAs(snapshot).within(limit).telling(progress);
            return new Outcome(rehearsal.of(script, undo), twin.gaps());
        } catch (SQLException e) {
            throw TickbirdException.target("could not use the twin: " + e.getMessage(), null, e);
        }
    }
}
