// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.comparison;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Gap;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.StatementsInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Builds a snapshot of the database `x` in which everything was seen, and nothing is but what it is told.
final class Snapshots {

    private final Map<Class<? extends Fact>, List<? extends Fact>> facts = new HashMap<>();
    private final List<Gap> gaps = new ArrayList<>();

    private Snapshots() {
        Comparison.facts().forEach(fact -> facts.put(fact, List.of()));
        facts.put(Server.class, List.of(Sample.of(Server.class, Map.of("versionNumber", 180_001))));
        facts.put(StatementsInfo.class, List.of(Sample.of(StatementsInfo.class)));
    }

    static Snapshots empty() {
        return new Snapshots();
    }

    static Snapshot of(Fact... facts) {
        return empty().with(facts).build();
    }

    /// A record takes its place behind those of its kind, or that of the only one there can be.
    Snapshots with(Fact... more) {
        for (Fact fact : more) {
            List<Fact> rows = fact instanceof Server || fact instanceof StatementsInfo
                    ? new ArrayList<>()
                    : new ArrayList<>(all(fact.getClass()));
            rows.add(fact);
            facts.put(fact.getClass(), rows);
        }
        return this;
    }

    Snapshots without(Class<? extends Fact> fact, Gap.Extent extent, String reason) {
        if (extent == Gap.Extent.NOTHING_SEEN) {
            facts.remove(fact);
        }
        gaps.add(new Gap(fact, extent, reason, null));
        return this;
    }

    Snapshot build() {
        return new Snapshot(Instant.EPOCH, facts, gaps);
    }

    private List<? extends Fact> all(Class<? extends Fact> fact) {
        return facts.getOrDefault(fact, List.of());
    }
}
