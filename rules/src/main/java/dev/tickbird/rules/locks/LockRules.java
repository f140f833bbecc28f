// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.locks;

import dev.tickbird.rules.Rule;
import java.util.List;

/// The rules of the family, sorted by name. A new rule is one line here.
public final class LockRules {

    private LockRules() {}

    public static List<Rule> rules() {
        return List.of(
                new BlockedSession(),
                new ForgottenPreparedTransaction(),
                new LockTableExhaustion(),
                new LongExclusiveLock(),
                new RecurringDeadlock());
    }
}
