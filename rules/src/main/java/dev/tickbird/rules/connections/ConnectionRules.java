// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.connections;

import dev.tickbird.rules.Rule;
import java.util.List;

/// The rules of the family, sorted by name. A new rule is one line here.
public final class ConnectionRules {

    private ConnectionRules() {}

    public static List<Rule> rules() {
        return List.of(
                new ConnectionChurn(),
                new ConnectionExhaustion(),
                new IdleInTransaction(),
                new MissingConnectionReserve(),
                new MissingTimeout());
    }
}
