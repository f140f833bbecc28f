// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.memory;

import dev.tickbird.rules.Rule;
import java.util.List;

/// The rules of the family, sorted by name. A new rule is one line here.
public final class MemoryRules {

    private MemoryRules() {}

    public static List<Rule> rules() {
        return List.of(new CrampedSharedBuffers(), new TemporaryFileFlood(), new UnusedHugePages());
    }
}
