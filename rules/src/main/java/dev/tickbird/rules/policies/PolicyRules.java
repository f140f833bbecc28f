// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.policies;

import dev.tickbird.rules.Rule;
import java.util.List;

/// The rules of the family, sorted by name. A new rule is one line here.
public final class PolicyRules {

    private PolicyRules() {}

    public static List<Rule> rules() {
        return List.of(
                new AlwaysTruePolicy(),
                new DisabledRowSecurity(),
                new IndexBehindPolicy(),
                new PolicyPerRowCall(),
                new RedundantPolicy(),
                new RowSecurityWithoutPolicy(),
                new UnforcedRowSecurity(),
                new UnindexedPolicyColumn(),
                new UserMetadataPolicy(),
                new VolatilePolicyCall());
    }
}
