// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.finding.AlterSystem;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.server.Edition;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a setting is changed on one edition: with SQL where the user owns the server, in words where a service or an
/// operator does.
///
/// @param instruction what to do by hand; empty where SQL does it
public record SettingChange(String instruction, List<Step> steps, List<Step> rollback) {

    public SettingChange {
        steps = List.copyOf(steps);
        rollback = List.copyOf(rollback);
    }

    public static SettingChange of(Remedy.Setting setting, String edition) {
        String place = place(edition);
        if (place.isEmpty()) {
            return new SettingChange("", steps(setting, setting.value()), steps(setting, setting.restored()));
        }
        String value = setting.value().isEmpty() ? "an empty value" : setting.value();
        return new SettingChange("Set " + setting.name() + " to " + value + " in " + place + ".", List.of(), List.of());
    }

    /// Where settings are changed if not with SQL.
    private static String place(String edition) {
        return Arrays.stream(Edition.values())
                .filter(known -> known.displayName().equals(edition))
                .findFirst()
                .map(Edition::placeOfSettings)
                .orElse("the dashboard of " + edition);
    }

    /// @param value null takes it back
    private static List<Step> steps(Remedy.Setting setting, @Nullable String value) {
        Step set = Step.alone(AlterSystem.of(setting.name(), value));
        return setting.restart()
                ? List.of(set)
                : List.of(set, Step.inTransaction(Sql.format("select pg_reload_conf()")));
    }
}
