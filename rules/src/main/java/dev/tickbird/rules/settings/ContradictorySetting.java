// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.settings;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.SettingOverride;
import dev.tickbird.model.server.Settings;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A setting that somebody has made and that another one makes void.
public record ContradictorySetting() implements Rule {

    /// @param equal whether the same value is void, too
    /// @param least the least value that asks for anything
    private record Pair(String name, String stronger, boolean equal, long least, Severity severity, String impact) {}

    private static final String PROCESSES =
            "Plans are made for more workers than ever come, and take longer than the planner reckons.";

    private static final String TIMEOUT =
            "The other limit always strikes first: what this one was to bring, its own error message, never comes.";

    private static final List<Pair> PAIRS = List.of(
            new Pair(
                    "autovacuum_max_workers",
                    "autovacuum_worker_slots",
                    false,
                    1,
                    Severity.NOTE,
                    "No more tables than that are vacuumed at a time."),
            new Pair("idle_in_transaction_session_timeout", "transaction_timeout", true, 1, Severity.NOTE, TIMEOUT),
            new Pair("lock_timeout", "statement_timeout", true, 1, Severity.NOTE, TIMEOUT),
            new Pair(
                    "log_min_duration_sample",
                    "log_min_duration_statement",
                    true,
                    0,
                    Severity.NOTE,
                    "Each statement that is long enough for the sample is logged anyway."),
            new Pair("max_parallel_maintenance_workers", "max_parallel_workers", false, 1, Severity.NOTE, PROCESSES),
            new Pair("max_parallel_workers", "max_worker_processes", false, 1, Severity.NOTE, PROCESSES),
            new Pair("max_parallel_workers_per_gather", "max_parallel_workers", false, 1, Severity.NOTE, PROCESSES),
            new Pair(
                    "min_wal_size",
                    "max_wal_size",
                    false,
                    1,
                    Severity.ADVICE,
                    "Checkpoints come as often as max_wal_size asks for, while the disk they were to save is taken all the"
                            + " same."),
            new Pair("statement_timeout", "transaction_timeout", true, 1, Severity.NOTE, TIMEOUT));

    private static final String COMMIT = "synchronous_commit";
    private static final String STANDBYS = "synchronous_standby_names";

    @Override
    public Needs needs() {
        return Needs.facts(Server.class, SettingOverride.class)
                .settings(Stream.concat(
                                Stream.of(COMMIT, STANDBYS),
                                PAIRS.stream().flatMap(pair -> Stream.of(pair.name(), pair.stronger())))
                        .distinct()
                        .toArray(String[]::new));
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Stream<Finding> pairs = PAIRS.stream()
                .flatMap(pair -> ServerValue.of(pair.name(), snapshot).stream()
                        .filter(ServerValue::isMade)
                        .flatMap(made -> ServerValue.of(pair.stronger(), snapshot).stream()
                                .filter(stronger -> isVoid(made, stronger, pair))
                                .map(stronger -> finding(made, stronger, pair))));
        Stream<Finding> commit = ServerValue.of(COMMIT, snapshot).stream()
                .filter(made -> made.isMade()
                        && Set.of("remote_apply", "remote_write").contains(made.value())
                        && Settings.of(snapshot).value(STANDBYS).orElse("?").isBlank())
                .map(this::commit);
        return Stream.concat(pairs, commit);
    }

    private static boolean isVoid(ServerValue made, ServerValue stronger, Pair pair) {
        long value = Long.parseLong(made.value());
        long bound = Long.parseLong(stronger.value());
        boolean bounds = !pair.stronger().endsWith("_timeout") || bound > 0; // 0 is none
        return value >= pair.least() && bound >= 0 && bounds && (pair.equal() ? value >= bound : value > bound);
    }

    private Finding finding(ServerValue made, ServerValue stronger, Pair pair) {
        String ours = made.shown();
        String theirs = stronger.shown();
        return finding(
                pair.severity(),
                new Subject("setting", made.name()),
                "setting \"" + made.name() + "\" is " + ours + ", which " + stronger.name() + " makes void",
                stronger.name() + " is " + theirs + ".",
                Evidence.of("value", ours).and(stronger.name(), theirs),
                pair.impact(),
                new Remedy.Advice(
                        List.of(
                                "If " + theirs + " is meant for both, take " + made.name() + " back.",
                                "If " + ours + " is wanted, raise " + stronger.name() + " above it"
                                        + (stronger.setting().needsRestart() ? ", which needs a restart." : ".")),
                        watch(made.name(), stronger.name())));
    }

    private Finding commit(ServerValue made) {
        return finding(
                Severity.ADVICE,
                new Subject("setting", made.name()),
                "no commit waits for a standby, though \"" + made.name() + "\" is " + made.value(),
                STANDBYS + " names none, so a commit waits for this server's disk only.",
                Evidence.of("value", made.value()),
                "Whoever counts on the standby having each commit loses the last ones when this server dies.",
                new Remedy.Advice(
                        List.of(
                                "Name in " + STANDBYS + " the standbys that commits are to wait for; with only one, its"
                                        + " outage stops all commits.",
                                "If commits need not wait for a standby, set " + made.name() + " to on."),
                        watch(made.name(), STANDBYS)));
    }

    private static Sql watch(String name, String stronger) {
        return Sql.format("select name, setting, unit, source from pg_settings where name in (%L, %L)", name, stronger);
    }
}
