// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.SettingOverride;
import dev.tickbird.model.server.SettingsFileLine;
import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The source's settings, as far as plans or the meaning of statements depend on them: those of the server go to
/// `postgresql.conf`, those of roles and of the database to where they are in the source.
final class TwinSettings {

    private static final Pattern OF_PLANS = Pattern.compile("enable_.*|.*_cost|cpu_.*|geqo.*|jit|jit_.*"
            + "|work_mem|hash_mem_multiplier|maintenance_work_mem|effective_cache_size|effective_io_concurrency"
            + "|maintenance_io_concurrency|min_parallel_.*_scan_size|max_parallel_.*|max_parallel_workers"
            + "|parallel_leader_participation|debug_parallel_query|force_parallel_mode|.*_collapse_limit"
            + "|constraint_exclusion|cursor_tuple_fraction|plan_cache_mode|recursive_worktable_factor"
            + "|default_statistics_target|vacuum_buffer_usage_limit|compute_query_id");

    private static final Set<String> OF_MEANING = Set.of(
            "DateStyle",
            "IntervalStyle",
            "TimeZone",
            "array_nulls",
            "backslash_quote",
            "bytea_output",
            "default_text_search_config",
            "default_transaction_isolation",
            "escape_string_warning",
            "extra_float_digits",
            "gin_fuzzy_search_limit",
            "lc_monetary",
            "lc_numeric",
            "lc_time",
            "lo_compat_privileges",
            "quote_all_identifiers",
            "row_security",
            "search_path",
            "standard_conforming_strings",
            "synchronize_seqscans",
            "timezone_abbreviations",
            "transform_null_equals",
            "xmlbinary",
            "xmloption");

    /// What `initdb` has written for the twin in its own way.
    private static final Set<String> OF_INITDB =
            Set.of("DateStyle", "TimeZone", "default_text_search_config", "lc_monetary", "lc_numeric", "lc_time");

    private static final Set<String> OTHERS = Set.of("jit_provider", "jit_debugging_support", "jit_profiling_support");

    /// What a session cannot begin with where the library is missing, and what is no business of a twin's.
    private static final Pattern NOT_HERE = Pattern.compile(".*preload_libraries|temp_tablespaces|role|log_.*");

    private static final Set<String> OF_SESSIONS = Set.of("session", "client", "database", "user", "database user");

    private final Source source;

    TwinSettings(Source source) {
        this.source = source;
    }

    /// Writes what the twin's PostgreSQL accepts; what it does not becomes a gap.
    void apply(EmbeddedServer server, String database) throws SQLException {
        StringBuilder lines = new StringBuilder("\n# as in the source\n");
        try (Connection connection = TwinConnection.building(server, database, source.twinMajor())) {
            connection.setAutoCommit(false);
            for (Setting it : source.all(Setting.class)) {
                if (isWanted(it)) {
                    String value = value(it);
                    if (!value.equals(it.bootValue()) || OF_INITDB.contains(it.name())) {
                        write(connection, it.name(), value, lines);
                    }
                }
            }
            connection.rollback();
        }
        try {
            Files.writeString(
                    server.dataFolder().resolve("postgresql.conf"), lines.toString(), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write the twin's settings", e);
        }
        server.reload();
    }

    private static boolean isWanted(Setting setting) {
        return !OTHERS.contains(setting.name())
                && !setting.needsRestart()
                && (OF_PLANS.matcher(setting.name()).matches() || OF_MEANING.contains(setting.name()));
    }

    /// The server's own value: what the examining session had from its role, its database or itself is left aside.
    private String value(Setting setting) {
        if (!OF_SESSIONS.contains(setting.source())) {
            return setting.value();
        }
        Optional<String> written = source.all(SettingsFileLine.class).stream()
                .filter(line -> setting.name().equalsIgnoreCase(line.name()) && line.applied())
                .max(Comparator.comparingInt(SettingsFileLine::sequence))
                .map(SettingsFileLine::value);
        return written.orElseGet(() -> unwritten(setting));
    }

    /// What the driver says of itself outranks what the server has, and only the configuration files tell that.
    private String unwritten(Setting setting) {
        boolean hidden = !source.sees(SettingsFileLine.class);
        if (hidden && setting.name().equals("TimeZone")) {
            return zoneOfLog(setting);
        }
        boolean ofSession = setting.source().equals("session") && !isOverridden(setting.name());
        boolean reset = setting.name().equals("DateStyle")
                ? hidden
                : ofSession && !setting.name().equals("TimeZone");
        @Nullable String usual = reset ? setting.resetValue() : null; // that of dates has the server's order in it
        return Objects.requireNonNullElse(usual == null ? setting.bootValue() : usual, "");
    }

    private boolean isOverridden(String name) {
        return source.all(SettingOverride.class).stream()
                .anyMatch(it -> it.name().equalsIgnoreCase(name));
    }

    /// `initdb` writes the same zone for both.
    private String zoneOfLog(Setting zone) {
        String ofLog = source.all(Setting.class).stream()
                .filter(it -> it.name().equals("log_timezone"))
                .findFirst()
                .map(Setting::value)
                .orElse("GMT");
        if (!isOverridden(zone.name())) {
            source.gap(new TwinGap(
                    "setting TimeZone",
                    "that of the server is hidden: the zone of its log is taken, " + ofLog,
                    "Let the examining role see it: grant execute on function pg_show_all_file_settings() to it."));
        }
        return ofLog;
    }

    private void write(Connection connection, String name, String value, StringBuilder lines) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (PreparedStatement statement = connection.prepareStatement("select set_config(?, ?, true)")) {
            statement.setString(1, name);
            statement.setString(2, value);
            statement.execute();
            lines.append(name)
                    .append(" = '")
                    .append(value.replace("\\", "\\\\").replace("'", "''"))
                    .append("'\n");
        } catch (SQLException e) {
            if (isFelt(name)) {
                source.gap(TwinGap.of("setting " + name, Script.message(e)));
            }
        }
        connection.rollback(before);
    }

    /// A locale that this machine lacks: of those, only the one for amounts decides what a literal means.
    private boolean isFelt(String name) {
        return !name.startsWith("lc_")
                || name.equals("lc_monetary")
                        && source.all(Column.class).stream()
                                .anyMatch(column -> column.type().startsWith("money"));
    }

    /// What roles and the database give to new sessions, byte for byte.
    List<Piece> overrides(String database) {
        List<Piece> pieces = new ArrayList<>();
        String here = source.server().database();
        for (SettingOverride it : source.all(SettingOverride.class)) {
            boolean elsewhere = it.database() != null && !it.database().equals(here);
            if (!elsewhere && !NOT_HERE.matcher(it.name()).matches()) {
                pieces.add(override(it, it.database() == null ? null : database));
            }
        }
        return pieces;
    }

    private static Piece override(SettingOverride it, @Nullable String database) {
        String subject = "setting " + it.name() + (it.role() == null ? "" : " of role " + it.role());
        Sql place = database == null
                ? Sql.format("0")
                : Sql.format("(select oid from pg_catalog.pg_database where datname = %L)", database);
        Sql role = it.role() == null
                ? Sql.format("0")
                : Sql.format("(select oid from pg_catalog.pg_roles where rolname = %L)", it.role());
        String assignment = it.name() + "=" + it.value();
        return Piece.of(
                subject,
                Sql.format(
                        "insert into pg_catalog.pg_db_role_setting as old (setdatabase, setrole, setconfig)"
                                + " select %s, %s, '{}' where not exists (select from pg_catalog.pg_db_role_setting"
                                + " where setdatabase = %s and setrole = %s)",
                        place, role, place, role),
                Sql.format(
                        "update pg_catalog.pg_db_role_setting set setconfig = setconfig || %L::text"
                                + " where setdatabase = %s and setrole = %s",
                        assignment, place, role));
    }
}
