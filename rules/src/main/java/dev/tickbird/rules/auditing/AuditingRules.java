// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.auditing;

import dev.tickbird.rules.Rule;
import java.util.List;

/// The rules of the family, sorted by name. A new rule is one line here.
public final class AuditingRules {

    private AuditingRules() {}

    public static List<Rule> rules() {
        return List.of(
                new AnonymousLogLine(),
                new LoggedEveryStatement(),
                new LoggedHostName(),
                new OverwrittenLog(),
                new ReadableLog(),
                new SilencedError(),
                new UnloggedChange(),
                new UnloggedLogin());
    }
}
