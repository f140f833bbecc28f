// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.server.Setting;
import java.util.Locale;

/// Whether settings forbid the planner a way to plan, as `enable_seqscan = off` does. Up to PostgreSQL 17 its cost
/// tells that it could not obey.
final class Disabling {

    private static final String OF_PLANS = "enable_";

    private Disabling() {}

    static boolean inSettings(Snapshot snapshot) {
        return snapshot.observed().contains(Setting.class)
                && snapshot.all(Setting.class).stream()
                        .anyMatch(setting -> setting.name().startsWith(OF_PLANS)
                                && setting.value().equals("off")
                                && !"off".equals(setting.bootValue()));
    }

    static boolean inSettings(Changes changes) {
        return changes.settings().keySet().stream()
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith(OF_PLANS));
    }
}
