// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.settings;

import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.server.Setting;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Prescribes another value for a setting of the whole server.
public final class NewValue {

    private static final Set<String> OF_THE_SERVER = Set.of("default", "configuration file", "command line");

    private NewValue() {}

    /// Whether the value is the server's own, not one that this database, role or session has over it.
    public static boolean isOfTheServer(Setting setting) {
        return OF_THE_SERVER.contains(setting.source());
    }

    public static Remedy of(Setting setting, String value) {
        Sql watch =
                Sql.format("select setting, source, pending_restart from pg_settings where name = %L", setting.name());
        if (setting.source().equals("command line")) {
            return new Remedy.Advice(
                    List.of("The server was started with \"-c " + setting.name() + "=" + setting.value()
                            + "\", which no file can overrule: take that out of the command that starts it, and restart"
                            + " the server."),
                    watch);
        }
        @Nullable String formerly = setting.source().equals("configuration file") ? setting.value() : null;
        return new Remedy.Setting(setting.name(), value, formerly, isAltered(setting), setting.needsRestart(), watch);
    }

    /// Whether `alter system` set it. From ordinary roles PostgreSQL hides the file; then a reset, which may bring
    /// another file's value back, harms less than a value that overrules that file for ever.
    private static boolean isAltered(Setting setting) {
        return setting.sourceFile() != null && setting.sourceFile().endsWith("postgresql.auto.conf");
    }
}
