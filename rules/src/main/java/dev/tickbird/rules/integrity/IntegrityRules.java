// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.integrity;

import dev.tickbird.rules.Rule;
import java.util.List;

/// The rules of the family, sorted by name. A new rule is one line here.
public final class IntegrityRules {

    private IntegrityRules() {}

    public static List<Rule> rules() {
        return List.of(
                new ChecksumFailure(),
                new CollationVersionMismatch(),
                new DisabledChecksums(),
                new OutdatedRelease(),
                new UnsafeRelease());
    }
}
