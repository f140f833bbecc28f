// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.planner;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.SettingOverride;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.stream.Stream;

/// Prepared statements and functions get one plan for all values, whatever they are, for everybody.
public record ForcedGenericPlan() implements Rule {

    private static final String SETTING = "plan_cache_mode";

    @Override
    public Needs needs() {
        return Needs.facts(Server.class, SettingOverride.class).settings(SETTING);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return SettingForAll.of(setting -> setting.name().equals(SETTING), snapshot)
                .filter(setting -> setting.value().equalsIgnoreCase("force_generic_plan"))
                .map(this::finding);
    }

    private Finding finding(SettingForAll setting) {
        return finding(
                Severity.ADVICE,
                setting.subject(),
                "each prepared statement gets one plan for all values, " + setting.where(),
                SETTING + " is " + setting.value()
                        + ". PostgreSQL comes with auto, which takes such a plan only where it"
                        + " is no dearer than those that know the values.",
                Evidence.of("value", setting.value()),
                "What drivers prepare, and each statement of a PL/pgSQL function, is planned without its values: a status"
                        + " that one row has and one that a million have get the same plan, and an index with a condition"
                        + " on it is not used.",
                setting.usual());
    }
}
