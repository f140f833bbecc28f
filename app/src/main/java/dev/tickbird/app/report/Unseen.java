// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Gap;
import dev.tickbird.model.finding.Examined;
import dev.tickbird.observe.Observatory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What a run could not see, gathered by the reason, so that a person reads each reason once.
///
/// @param reason why, or what would open the view
/// @param what the rules or facts it keeps in the dark
public record Unseen(String reason, List<String> what) {

    private static final String NO_HINT = "Nothing you can grant would show it.";

    public Unseen {
        what = List.copyOf(what);
    }

    /// Rules in a state that have a reason to give.
    public static List<Unseen> rules(List<Examined> examined, Examined.State state) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        examined.stream()
                .filter(it -> it.state() == state && !it.reason().isEmpty())
                .forEach(it -> add(byReason, it.reason(), it.rule()));
        return gathered(byReason);
    }

    /// Gaps by what the next privilege level, or another change, would add.
    public static List<Unseen> gaps(List<Gap> gaps) {
        Map<String, List<String>> byHint = new LinkedHashMap<>();
        for (Gap gap : gaps) {
            String extent = switch (gap.extent()) {
                case NOTHING_SEEN -> "";
                case PARTLY_SEEN -> " in part";
            };
            add(
                    byHint,
                    Objects.requireNonNullElse(gap.hint(), NO_HINT),
                    words(gap.fact()) + extent + ": " + gap.reason());
        }
        return gathered(byHint);
    }

    /// The fact's name in words: `replication slots`.
    static String words(Class<? extends Fact> fact) {
        return Observatory.source(fact).name().replace('_', ' ');
    }

    private static void add(Map<String, List<String>> gathered, String reason, String what) {
        gathered.computeIfAbsent(reason, it -> new ArrayList<>()).add(what);
    }

    private static List<Unseen> gathered(Map<String, List<String>> byReason) {
        return byReason.entrySet().stream()
                .map(entry -> new Unseen(entry.getKey(), entry.getValue()))
                .toList();
    }
}
