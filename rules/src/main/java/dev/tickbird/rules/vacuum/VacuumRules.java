// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.vacuum;

import dev.tickbird.rules.Rule;
import java.util.List;

/// The rules of the family, sorted by name. A new rule is one line here.
public final class VacuumRules {

    private VacuumRules() {}

    public static List<Rule> rules() {
        return List.of(
                new DisabledAutovacuum(),
                new HeldXminHorizon(),
                new OverdueVacuum(),
                new RaisedVacuumTrigger(),
                new RepeatedIndexPass(),
                new SaturatedAutovacuum(),
                new TableBloat(),
                new ThrottledVacuum(),
                new WraparoundRisk());
    }
}
