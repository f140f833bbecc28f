// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.planner;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.Settings;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.settings.NewValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What the planner reckons with and no machine can be: random reads cheaper than sequential ones, or work for nothing.
public record NonsensicalCost() implements Rule {

    private static final String SEQUENTIAL = "seq_page_cost";
    private static final String RANDOM = "random_page_cost";
    private static final List<String> OF_ROWS = List.of("cpu_index_tuple_cost", "cpu_operator_cost", "cpu_tuple_cost");

    @Override
    public Needs needs() {
        return Needs.facts(Setting.class)
                .settings(Stream.concat(Stream.of(SEQUENTIAL, RANDOM), OF_ROWS.stream())
                        .toArray(String[]::new));
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Settings settings = Settings.of(snapshot);
        Stream<Finding> free = OF_ROWS.stream()
                .flatMap(name -> settings.named(name).stream())
                .filter(setting -> NewValue.isOfTheServer(setting) && cost(setting) == 0)
                .map(this::free);
        return Stream.concat(free, pages(settings.named(SEQUENTIAL), settings.named(RANDOM)));
    }

    private Stream<Finding> pages(Optional<Setting> sequential, Optional<Setting> random) {
        return sequential.stream()
                .filter(NewValue::isOfTheServer)
                .flatMap(one -> random.stream()
                        .filter(other -> NewValue.isOfTheServer(other) && cost(other) < cost(one))
                        .map(other -> cheap(other, one)));
    }

    private static double cost(Setting setting) {
        return Double.parseDouble(setting.value());
    }

    private Finding cheap(Setting random, Setting sequential) {
        return finding(
                Severity.ADVICE,
                new Subject("setting", RANDOM),
                "the planner takes random reads for cheaper than sequential ones",
                RANDOM + " is " + random.value() + " and " + SEQUENTIAL + " is " + sequential.value()
                        + "; on no disk, and in no memory, is that so.",
                Evidence.of("value", random.value()).and(SEQUENTIAL, sequential.value()),
                "Index scans are chosen where reading the table from end to end would be faster.",
                NewValue.of(random, sequential.value()));
    }

    private Finding free(Setting setting) {
        return finding(
                Severity.ADVICE,
                new Subject("setting", setting.name()),
                "the planner takes work on rows for free: \"" + setting.name() + "\" is 0",
                "PostgreSQL comes with " + setting.bootValue() + ".",
                Evidence.of("value", setting.value()),
                "Plans that differ in how many rows they work on look the same, and which one is taken is chance.",
                NewValue.of(setting, Objects.requireNonNullElse(setting.bootValue(), "")));
    }
}
