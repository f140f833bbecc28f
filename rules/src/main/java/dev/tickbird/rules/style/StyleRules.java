// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.style;

import dev.tickbird.rules.Rule;
import java.util.List;

/// The rules of the family, sorted by name. A new rule is one line here.
public final class StyleRules {

    private StyleRules() {}

    public static List<Rule> rules() {
        return List.of(
                new ConfusableName(),
                new CutOffName(),
                new ForeignKeyCycle(),
                new MissingComment(),
                new MixedOwner(),
                new NumberedColumn(),
                new OddColumnType(),
                new PaddedRow(),
                new QuotedName(),
                new SerialColumn());
    }
}
