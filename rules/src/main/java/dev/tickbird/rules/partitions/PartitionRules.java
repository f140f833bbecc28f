// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.partitions;

import dev.tickbird.rules.Rule;
import java.util.List;

/// The rules of the family, sorted by name. A new rule is one line here.
public final class PartitionRules {

    private PartitionRules() {}

    public static List<Rule> rules() {
        return List.of(
                new EndingNumberRange(),
                new FilledDefaultPartition(),
                new MissingHashPartition(),
                new MissingNextPartition(),
                new MissingPartitionIndex(),
                new UnfinishedDetach());
    }
}
