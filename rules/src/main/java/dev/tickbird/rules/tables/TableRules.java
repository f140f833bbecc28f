// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.tables;

import dev.tickbird.rules.Rule;
import java.util.List;

/// The rules of the family, sorted by name. A new rule is one line here.
public final class TableRules {

    private TableRules() {}

    public static List<Rule> rules() {
        return List.of(
                new ExhaustedColumnNumbers(), new MissingPrimaryKey(), new UninheritedKey(), new UnloggedTable());
    }
}
