// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.wal;

import dev.tickbird.rules.Rule;
import java.util.List;

/// The rules of the family, sorted by name. A new rule is one line here.
public final class WalRules {

    private WalRules() {}

    public static List<Rule> rules() {
        return List.of(
                new CrampedWalBuffers(),
                new ForcedCheckpoint(),
                new HastyCheckpoint(),
                new OverdueCheckpoint(),
                new UncompressedPageImage());
    }
}
