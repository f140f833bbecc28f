// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.queries;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.SettingOverride;
import dev.tickbird.model.statistics.Statement;
import dev.tickbird.model.statistics.StatementText;
import dev.tickbird.model.statistics.StatementsInfo;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.settings.NewValue;
import dev.tickbird.rules.settings.ServerValue;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Statements are compiled for longer than they then run. Compiled expressions are hardly ever twice as fast, so what
/// takes more than half of the time cannot have been gained.
///
/// @param minShare of the time of the statements that were compiled, spent on compiling
/// @param minOfAll the same of the time of all statements of this database; less is not worth a change
/// @param minCalls of statements that were compiled
/// @param minAge younger counters show a busy hour, not the workload
public record WastefulJit(double minShare, double minOfAll, long minCalls, Duration minAge) implements Rule {

    private static final String SETTING = "jit";

    public WastefulJit() {
        this(0.6, 0.05, 100, Duration.ofDays(1));
    }

    @Override
    public Needs needs() {
        return Needs.facts(
                        Server.class,
                        Database.class,
                        Statement.class,
                        StatementText.class,
                        StatementsInfo.class,
                        SettingOverride.class)
                .settings(SETTING)
                .statementsOlderThan(minAge)
                .since(15);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        List<Cost> costs = Cost.ofStatements(snapshot);
        List<Cost> compiled =
                costs.stream().filter(cost -> cost.jitMillis() > 0).toList();
        double compiling = compiled.stream().mapToDouble(Cost::jitMillis).sum();
        double ofCompiled = compiled.stream().mapToDouble(Cost::millis).sum();
        double ofAll = costs.stream().mapToDouble(Cost::millis).sum();
        boolean often = compiled.stream().mapToLong(Cost::calls).sum() >= minCalls;
        return often && compiling >= minShare * ofCompiled && compiling >= minOfAll * ofAll
                ? ServerValue.of(SETTING, snapshot).stream()
                        .filter(jit -> jit.value().equals("on"))
                        .map(jit -> finding(
                                jit.setting(), compiling / ofCompiled, compiling / ofAll, worst(compiled, snapshot)))
                : Stream.empty();
    }

    /// As the rest of a sentence; empty where its words are not known.
    private static String worst(List<Cost> compiled, Snapshot snapshot) {
        return compiled.stream()
                .max(Comparator.comparingDouble(Cost::jitMillis))
                .flatMap(cost -> cost.work(snapshot).findFirst())
                .map(words -> " Most of it went into: " + words.shortened())
                .orElse("");
    }

    private Finding finding(Setting setting, double share, double ofAll, String worst) {
        return finding(
                Severity.WARNING,
                new Subject("setting", SETTING),
                "statements are compiled for longer than they then run",
                tenths(share)
                        + " % or more of the time of the statements that were compiled went into compiling them, and "
                        + tenths(ofAll) + " % or more of the time of all statements of this database." + worst,
                Evidence.of("sharePercent", tenths(share)).and("ofAllPercent", tenths(ofAll)),
                "Each of these statements would be faster without: the planner took it for larger than it is, as often with"
                        + " partitions or stale statistics.",
                NewValue.of(setting, "off"));
    }

    /// Its first digit is all that lasts from day to day.
    private static int tenths(double share) {
        return 10 * (int) Math.min(share * 10, 9);
    }
}
