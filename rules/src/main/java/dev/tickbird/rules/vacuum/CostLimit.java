// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.vacuum;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.server.Settings;
import dev.tickbird.rules.settings.NewValue;
import java.util.Optional;

/// How much work autovacuum may do before it sleeps: one budget, which all workers share.
final class CostLimit {

    static final String AUTOVACUUM = "autovacuum_vacuum_cost_limit";
    static final String MANUAL = "vacuum_cost_limit"; // holds for autovacuum too, where that has -1

    private static final long MOST = 10_000;
    private static final long MORE = 5;

    private CostLimit() {}

    /// Five times as much; empty if the limit is the highest there is.
    static Optional<Remedy> raised(Snapshot snapshot) {
        Settings settings = Settings.of(snapshot);
        long limit = now(snapshot);
        return limit >= MOST
                ? Optional.empty()
                : settings.named(AUTOVACUUM)
                        .map(setting -> NewValue.of(setting, String.valueOf(Math.min(MOST, limit * MORE))));
    }

    static long now(Snapshot snapshot) {
        Settings settings = Settings.of(snapshot);
        return settings.value(AUTOVACUUM)
                .map(Long::valueOf)
                .filter(value -> value > 0)
                .or(() -> settings.value(MANUAL).map(Long::valueOf))
                .orElse(200L);
    }

    /// Whether a process sleeps because it has used up its budget.
    static boolean holds(Session session) {
        return "VacuumDelay".equals(session.waitEvent());
    }
}
