// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.security;

import dev.tickbird.rules.Rule;
import java.util.List;

/// The rules of the family, sorted by name. A new rule is one line here.
public final class SecurityRules {

    private SecurityRules() {}

    public static List<Rule> rules() {
        return List.of(
                new ApplicationSuperuser(),
                new BypassedRowSecurity(),
                new DisguisedSuperuser(),
                new EventTriggerTakeover(),
                new OpaquePublicFunction(),
                new PublicSchemaCreate(),
                new PublicTableWrite(),
                new ReadablePasswordHash(),
                new ReadableSecret(),
                new ReopeningDefaultPrivilege(),
                new SurplusSuperuser(),
                new UnsafeSearchPath());
    }
}
