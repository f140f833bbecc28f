// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.queries;

import dev.tickbird.rules.Rule;
import java.util.List;

/// The rules of the family, sorted by name. A new rule is one line here.
public final class QueryRules {

    private QueryRules() {}

    public static List<Rule> rules() {
        return List.of(
                new DominantStatement(),
                new MissingStatementStatistics(),
                new OverflowingStatementStatistics(),
                new SpillingStatement(),
                new UnboundedAnswer(),
                new WastefulJit());
    }
}
