// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.constraints;

import dev.tickbird.rules.Rule;
import java.util.List;

/// The rules of the family, sorted by name. A new rule is one line here.
public final class ConstraintRules {

    private ConstraintRules() {}

    public static List<Rule> rules() {
        return List.of(
                new DisabledForeignKey(),
                new DuplicateForeignKey(),
                new ForeignKeyTypeMismatch(),
                new HalfNullForeignKey(),
                new UndeclaredNotNull(),
                new UnvalidatedConstraint(),
                new UnvalidatedDomainConstraint());
    }
}
