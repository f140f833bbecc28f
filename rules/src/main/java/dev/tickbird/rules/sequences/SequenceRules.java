// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.sequences;

import dev.tickbird.rules.Rule;
import java.util.List;

/// The rules of the family, sorted by name. A new rule is one line here.
public final class SequenceRules {

    private SequenceRules() {}

    public static List<Rule> rules() {
        return List.of(new CyclingKey(), new LaggingSequence(), new SequenceExhaustion(), new UnloggedSequence());
    }
}
