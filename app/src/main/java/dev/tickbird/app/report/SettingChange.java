// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.server.Edition;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How a setting is changed on one edition: with SQL where the user owns the server, in words where a service or an
/// operator does.
///
/// @param instruction what to do by hand; empty where SQL does it
public record SettingChange(String instruction, List<Step> steps, List<Step> rollback) {

    /// Lists of names: one literal for the whole list would be taken for one name, and the server would not start.
    private static final Set<String> NAME_LISTS = Set.of(
            "local_preload_libraries",
            "search_path",
            "session_preload_libraries",
            "shared_preload_libraries",
            "temp_tablespaces",
            "unix_socket_directories");

    public SettingChange {
        steps = List.copyOf(steps);
        rollback = List.copyOf(rollback);
    }

    public static SettingChange of(Remedy.Setting setting, String edition) {
        String place = place(edition);
        if (place.isEmpty()) {
            return new SettingChange("", steps(setting, setting.value()), steps(setting, setting.formerly()));
        }
        String value = setting.value().isEmpty() ? "an empty value" : setting.value();
        return new SettingChange("Set " + setting.name() + " to " + value + " in " + place + ".", List.of(), List.of());
    }

    /// Where settings are changed if not with SQL.
    private static String place(String edition) {
        return Arrays.stream(Edition.values())
                .filter(known -> known.displayName().equals(edition))
                .findFirst()
                .map(SettingChange::place)
                .orElse("the dashboard of " + edition);
    }

    private static String place(Edition edition) {
        return switch (edition) {
            case SELF_HOSTED -> "";
            case AURORA -> "the parameter group of the cluster";
            case RDS -> "the parameter group of the instance";
            case AZURE -> "the server parameters";
            case ALLOYDB, CLOUD_SQL -> "the database flags of the instance";
            case CLOUD_NATIVE_PG -> "spec.postgresql.parameters of the Cluster resource";
            case SUPABASE, NEON, HEROKU, CRUNCHY_BRIDGE, DIGITAL_OCEAN, AIVEN, TIGER_CLOUD ->
                "the dashboard of " + edition.displayName();
        };
    }

    private static List<Step> steps(Remedy.Setting setting, @Nullable String value) {
        Step set = Step.alone(value == null || isEmptyList(setting, value) ? reset(setting) : set(setting, value));
        return setting.restart()
                ? List.of(set)
                : List.of(set, Step.inTransaction(Sql.format("select pg_reload_conf()")));
    }

    /// An empty list written as a literal would be a list of one nameless library.
    private static boolean isEmptyList(Remedy.Setting setting, String value) {
        return NAME_LISTS.contains(setting.name()) && value.isBlank();
    }

    private static Sql reset(Remedy.Setting setting) {
        return Sql.format("alter system reset %I", written(setting.name()));
    }

    private static Sql set(Remedy.Setting setting, String value) {
        List<String> values =
                NAME_LISTS.contains(setting.name()) ? Arrays.asList(value.split("\\s*,\\s*")) : List.of(value);
        String literals = values.stream()
                .map(each -> Sql.format("%L", each).text().strip())
                .collect(Collectors.joining(", "));
        return Sql.format("alter system set %I = %s", written(setting.name()), literals);
    }

    /// An extension's setting is written like a qualified name: `auto_explain.log_timing`.
    private static Object written(String name) {
        String[] parts = name.split("\\.", 2);
        return parts.length == 2 ? new QualifiedName(parts[0], parts[1]) : name;
    }
}
