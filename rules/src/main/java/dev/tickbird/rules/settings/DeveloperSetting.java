// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.settings;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.server.Setting;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// A setting for those who develop PostgreSQL or rescue a broken server, on for everybody.
public record DeveloperSetting() implements Rule {

    private record Harm(Severity severity, String impact) {}

    private static final Harm DATA = new Harm(
            Severity.CRITICAL,
            "Damage is not reported but passed over: rows vanish or come out wrong, and backups take that with them.");

    private static final Harm WAITING = new Harm(Severity.WARNING, "Each new connection waits that long.");

    private static final Harm TREES = new Harm(
            Severity.ADVICE,
            "Each statement fills the log with pages that only a developer reads, and the values in it with them.");

    private static final Harm SLOW =
            new Harm(Severity.WARNING, "It checks or forces at each turn what PostgreSQL can be trusted with.");

    private static final Harm CATALOGS =
            new Harm(Severity.WARNING, "One wrong statement of a superuser can break the catalogs beyond repair.");

    private static final Harm FILES =
            new Harm(Severity.ADVICE, "Each query leaves files behind, or holds on to memory, for a tool to look at.");

    private static final Map<String, Harm> HARMS = Map.ofEntries(
            Map.entry("allow_system_table_mods", CATALOGS),
            Map.entry("debug_discard_caches", SLOW),
            Map.entry("debug_io_direct", SLOW),
            Map.entry("debug_parallel_query", SLOW),
            Map.entry("debug_print_parse", TREES),
            Map.entry("debug_print_plan", TREES),
            Map.entry("debug_print_rewritten", TREES),
            Map.entry("force_parallel_mode", SLOW),
            Map.entry("ignore_checksum_failure", DATA),
            Map.entry("ignore_invalid_pages", DATA),
            Map.entry("ignore_system_indexes", SLOW),
            Map.entry("jit_debugging_support", FILES),
            Map.entry("jit_dump_bitcode", FILES),
            Map.entry("jit_profiling_support", FILES),
            Map.entry("log_executor_stats", TREES),
            Map.entry("log_parser_stats", TREES),
            Map.entry("log_planner_stats", TREES),
            Map.entry("log_statement_stats", TREES),
            Map.entry("post_auth_delay", WAITING),
            Map.entry("pre_auth_delay", WAITING),
            Map.entry("wal_consistency_checking", SLOW),
            Map.entry("zero_damaged_pages", DATA));

    @Override
    public Needs needs() {
        return Needs.facts(Setting.class).settings(HARMS.keySet().toArray(String[]::new));
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return snapshot.all(Setting.class).stream()
                .filter(setting -> HARMS.containsKey(setting.name()) && NewValue.isOfTheServer(setting))
                .filter(setting -> !setting.value().equals(usual(setting)))
                .flatMap(setting ->
                        Optional.ofNullable(HARMS.get(setting.name())).map(harm -> finding(setting, harm)).stream());
    }

    /// What PostgreSQL comes with.
    private static String usual(Setting setting) {
        return Objects.requireNonNullElse(setting.bootValue(), "");
    }

    private Finding finding(Setting setting, Harm harm) {
        String value = usual(setting);
        Remedy remedy = NewValue.of(setting, value);
        return finding(
                harm.severity(),
                new Subject("setting", setting.name()),
                "setting \"" + setting.name() + "\" is on for the whole server",
                "It is " + setting.value() + " where PostgreSQL comes with \"" + value + "\".",
                Evidence.of("value", setting.value()).and("source", setting.source()),
                harm.impact(),
                remedy);
    }
}
