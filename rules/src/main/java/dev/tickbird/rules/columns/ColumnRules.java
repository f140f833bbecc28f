// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.columns;

import dev.tickbird.rules.Rule;
import java.util.List;

/// The rules of the family, sorted by name. A new rule is one line here.
public final class ColumnRules {

    private ColumnRules() {}

    public static List<Rule> rules() {
        return List.of(
                new FrozenDefault(),
                new MoneyColumn(),
                new NullTextDefault(),
                new PaddedCharacter(),
                new PlainJson(),
                new SqlAsciiDatabase(),
                new TextualUuid(),
                new TimeWithTimeZone(),
                new TimestampWithoutTimeZone(),
                new UnmanagedLargeObject(),
                new UpgradeBlockingColumn());
    }
}
