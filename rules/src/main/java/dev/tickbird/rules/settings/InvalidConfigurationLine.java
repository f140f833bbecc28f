// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.settings;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.server.HbaLine;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.Settings;
import dev.tickbird.model.server.SettingsFileLine;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A line of `postgresql.conf` or `pg_hba.conf` that the server cannot use: it would not start with it.
public record InvalidConfigurationLine() implements Rule {

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.][0-9a-fA-FxX.eE+-]*\\s*[a-zA-Z]*");
    private static final Pattern TRUTH =
            Pattern.compile("t|tr|tru|true|f|fa|fal|fals|false|y|ye|yes|no?|on|of|off|0|1", Pattern.CASE_INSENSITIVE);

    @Override
    public Needs needs() {
        return Needs.facts(Setting.class, SettingsFileLine.class, HbaLine.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Stream<Finding> settings = snapshot.all(SettingsFileLine.class).stream()
                .filter(line -> line.error() != null && !isWaitingForRestart(line, snapshot))
                .map(line -> finding(line, snapshot));
        Stream<Finding> hba = snapshot.all(HbaLine.class).stream()
                .filter(line -> line.error() != null && line.type() == null) // else read, but never to match
                .map(line -> finding(line, snapshot));
        return Stream.concat(settings, hba);
    }

    /// PostgreSQL gives the same error for a value that needs a restart as for a wrong one, and knows that a restart is
    /// pending only after a reload. Until then only what cannot be a value at all is taken for wrong.
    private static boolean isWaitingForRestart(SettingsFileLine line, Snapshot snapshot) {
        Optional<Setting> setting = Settings.of(snapshot).named(Objects.requireNonNullElse(line.name(), ""));
        return setting.isPresent()
                && setting.get().needsRestart()
                && (setting.get().pendingRestart() || mayBe(setting.get().type(), line.value()));
    }

    private static boolean mayBe(String type, @Nullable String value) {
        String text = Objects.requireNonNullElse(value, "");
        return switch (type) {
            case "bool" -> TRUTH.matcher(text).matches();
            case "integer", "real" -> NUMBER.matcher(text).matches();
            default -> true;
        };
    }

    private Finding finding(SettingsFileLine line, Snapshot snapshot) {
        String file = within(Objects.requireNonNullElse(line.file(), "postgresql.conf"), snapshot);
        String what = line.name() == null ? "It" : "\"" + line.name() + "\" = \"" + line.value() + "\"";
        return finding(
                file,
                line.line() == null ? 0 : line.line(),
                line.name() == null ? "" : line.name(),
                what + " cannot be used: " + line.error() + ".",
                "A reload leaves it out, and perhaps everything else that was changed with it; and the server will not"
                        + " start again before it is corrected.",
                Sql.format(
                        "select sourcefile, sourceline, name, setting, error from pg_file_settings where error is not null"));
    }

    private Finding finding(HbaLine line, Snapshot snapshot) {
        String file = within(Objects.requireNonNullElse(line.file(), "pg_hba.conf"), snapshot);
        return finding(
                file,
                line.line(),
                "",
                "It cannot be used: " + line.error() + ".",
                "No reload changes who may connect while it is there, so whoever was locked out since may still come in;"
                        + " and the server will not start again before it is corrected.",
                Sql.format("select line_number, error from pg_hba_file_rules where error is not null"));
    }

    private Finding finding(String file, int line, String name, String detail, String impact, Sql watch) {
        return finding(
                Severity.CRITICAL,
                new Subject("file", file).at(name.isEmpty() ? "(line " + line + ")" : "(" + name + ")"),
                "line " + line + " of file \"" + file + "\" cannot be used",
                detail,
                Evidence.of("line", line),
                impact,
                new Remedy.Advice(
                        List.of("Correct the line or comment it out, run \"select pg_reload_conf()\", and look again"
                                + " before anybody restarts the server."),
                        watch));
    }

    /// Without the data folder, if it is in there.
    private static String within(String file, Snapshot snapshot) {
        return Settings.of(snapshot)
                .value("data_directory")
                .map(folder -> folder + "/")
                .filter(file::startsWith)
                .map(folder -> file.substring(folder.length()))
                .orElse(file);
    }
}
