// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.playbooks;

import dev.tickbird.model.finding.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What a playbook says.
///
/// @param signs what was seen of the trouble, the gravest first; empty if nothing was
/// @param numbers what was counted and measured in any case, as sentences
/// @param measures what to do, the first safe step first; never empty
public record Diagnosis(Emergency emergency, List<Sign> signs, List<String> numbers, List<Measure> measures) {

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
        if (measures.isEmpty()) {
            throw new IllegalArgumentException("a playbook says what to do first");
        }
    }

    public State state() {
        if (count(Sign.Weight.ALARM) > 0) {
            return State.EMERGENCY;
        }
        return count(Sign.Weight.SIGN) > 0 ? State.SIGNS : State.NOTHING;
    }

    /// The gravest sign, and how many others there are: a line without a full stop.
    public String headline() {
        long questions = count(Sign.Weight.QUESTION);
        if (state() == State.NOTHING) {
            return "nothing of this is seen" + (questions == 0 ? "" : "; " + Words.count(questions, "question"));
        }
        long others = signs.size() - questions - 1;
        return signs.getFirst().title() + (others == 0 ? "" : ", and " + Words.count(others, "other sign"));
    }

    private long count(Sign.Weight weight) {
        return signs.stream().filter(sign -> sign.weight() == weight).count();
    }

    /// What makes it worse, as sentences.
    public List<String> never() {
        return emergency.never();
    }

    public Measure first() {
        return measures.getFirst();
    }

    /// What to do after the first step.
    public List<Measure> next() {
        return measures.subList(1, measures.size());
    }
}
