// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.lab.twin.TwinGap;
import dev.tickbird.model.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Puts an answer together, query by query.
final class Answers {

    private static final Pattern NUMBER = Pattern.compile("(?<!\\S)\\d+(?!\\S)");

    private final List<Planned> planned = new ArrayList<>();
    private final List<Unplanned> unplanned = new ArrayList<>();
    private final Elsewhere elsewhere;
    private final boolean disabledBefore;
    private final boolean disabledAfter;

    private final List<TwinGap> gaps;

    Answers(Snapshot snapshot, Changes changes, List<TwinGap> gaps) {
        this.gaps = gaps;
        elsewhere = new Elsewhere(snapshot, gaps);
        disabledBefore = Disabling.inSettings(snapshot);
        disabledAfter = disabledBefore || Disabling.inSettings(changes);
    }

    void add(Form form, Reply before, Reply after) {
        switch (before) {
            case Reply.Refusal refusal -> refuse(new Unplanned(form.name(), form.sql(), refusal.reason(), null));
            case Reply.Success first -> {
                switch (after) {
                    case Reply.Refusal refusal ->
                        refuse(new Unplanned(form.name(), form.sql(), "after the change: " + refusal.reason(), null));
                    case Reply.Success second ->
                        planned.add(new Planned(
                                form.name(),
                                form.sql(),
                                form.values(),
                                disabledBefore ? first.plan().disabling() : first.plan(),
                                disabledAfter ? second.plan().disabling() : second.plan()));
                }
            }
        }
    }

    /// With where the table is that was not found.
    void refuse(Unplanned query) {
        unplanned.add(new Unplanned(
                query.name(),
                query.sql(),
                query.reason(),
                elsewhere.hint(query.reason()).orElse(query.hint())));
    }

    Answer of(int before, int after) {
        planned.sort(Comparator.comparing(Planned::verdict)
                .thenComparing(Comparator.comparingDouble(Planned::factor).reversed()));
        return new Answer(before, after, planned, 0, unplanned, distinct(gaps));
    }

    /// Each once: of two twins the later tells how many.
    private static List<TwinGap> distinct(List<TwinGap> gaps) {
        Map<String, TwinGap> distinct = new LinkedHashMap<>();
        gaps.stream()
                .filter(TwinGap::concernsPlans)
                .forEach(gap -> distinct.put(NUMBER.matcher(gap.toString()).replaceAll(""), gap));
        return List.copyOf(distinct.values());
    }
}
