// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.exposure;

import dev.tickbird.rules.Rule;
import java.util.List;

/// The rules of the family, sorted by name. A new rule is one line here.
public final class ExposureRules {

    private ExposureRules() {}

    public static List<Rule> rules() {
        return List.of(
                new AnonymousDefinerFunction(),
                new ExposedForeignTable(),
                new UnprotectedApiTable(),
                new ViewPastRowSecurity());
    }
}
