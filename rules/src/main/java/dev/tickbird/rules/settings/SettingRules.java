// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.settings;

import dev.tickbird.rules.Rule;
import java.util.List;

/// The rules of the family, sorted by name. A new rule is one line here.
public final class SettingRules {

    private SettingRules() {}

    public static List<Rule> rules() {
        return List.of(
                new ContradictorySetting(),
                new DeveloperSetting(),
                new DisabledActivityTracking(),
                new DisabledDurability(),
                new ImpossibleRestart(),
                new InvalidConfigurationLine(),
                new PendingRestart(),
                new SettingWithoutLibrary());
    }
}
