// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.indexes;

import dev.tickbird.rules.Rule;
import java.util.List;

/// The rules of the family, sorted by name. A new rule is one line here.
public final class IndexRules {

    private IndexRules() {}

    public static List<Rule> rules() {
        return List.of(
                new ArrayIndex(),
                new DuplicateIndex(),
                new HotBlockingIndex(),
                new IndexBloat(),
                new InvalidIndex(),
                new MostlyNullIndex(),
                new NeedlessPredicate(),
                new RarelyUsedIndex(),
                new RedundantIndex(),
                new RepeatedSequentialScan(),
                new UnindexedForeignKey(),
                new UnusedIndex());
    }
}
