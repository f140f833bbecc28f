// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.playbooks;

import dev.tickbird.model.finding.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What a playbook says.
///
/// @param signs what was seen of the trouble; empty if nothing was
/// @param numbers what was counted and measured in any case, as sentences
/// @param measures what to do, the first safe step first; never empty
/// @param never what makes it worse, as sentences
public record Diagnosis(
        Emergency emergency, List<Sign> signs, List<String> numbers, List<Measure> measures, List<String> never) {

    public enum State {
        /// It is there.
        EMERGENCY,
        /// Something speaks for it, or may come to it.
        SIGNS,
        /// Nothing of it was seen.
        NOTHING;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Diagnosis {
        signs = signs.stream().sorted(Comparator.comparing(Sign::weight)).toList();
        numbers = List.copyOf(numbers);
        measures = List.copyOf(measures);
        never = List.copyOf(never);
        if (measures.isEmpty() || never.isEmpty()) {
            throw new IllegalArgumentException("a playbook says what to do first, and what not to do");
        }
    }

    public State state() {
        if (signs.isEmpty()) {
            return State.NOTHING;
        }
        return signs.getFirst().weight() == Sign.Weight.ALARM ? State.EMERGENCY : State.SIGNS;
    }

    /// The gravest sign, and how many others there are: a line without a full stop.
    public String headline() {
        if (signs.isEmpty()) {
            return "nothing of this is seen";
        }
        int others = signs.size() - 1;
        return signs.getFirst().title() + (others == 0 ? "" : ", and " + Words.count(others, "other sign"));
    }

    public Measure first() {
        return measures.getFirst();
    }

    /// What to do after the first step.
    public List<Measure> next() {
        return measures.subList(1, measures.size());
    }
}
