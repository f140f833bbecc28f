// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.functions;

import dev.tickbird.rules.Rule;
import java.util.List;

/// The rules of the family, sorted by name. A new rule is one line here.
public final class FunctionRules {

    private FunctionRules() {}

    public static List<Rule> rules() {
        return List.of(
                new FalseImmutability(),
                new ForbiddenWrite(),
                new InjectableStatement(),
                new OverlappingOverload(),
                new UnkeepableCheck());
    }
}
