// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.backup;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.Settings;
import java.util.regex.Pattern;

/// How the server is told to archive its WAL. Reads the server and the settings named here.
public final class Archiving {

    public static final String MODE = "archive_mode";
    public static final String COMMAND = "archive_command";
    public static final String LIBRARY = "archive_library"; // since 15

    private static final Pattern IDLE =
            Pattern.compile("(/usr)?/bin/true|true|:|exit\\s+0|cd \\.|rem|echo\\b[^>|]*", Pattern.CASE_INSENSITIVE);

    private Archiving() {}

    /// Whether this server archives: a standby does only with `always`.
    public static boolean isOn(Snapshot snapshot) {
        String mode = value(MODE, snapshot);
        return mode.equals("always")
                || mode.equals("on") && !snapshot.the(Server.class).inRecovery();
    }

    /// The setting in force: a library goes before the command.
    static String by(Snapshot snapshot) {
        return value(LIBRARY, snapshot).isEmpty() ? COMMAND : LIBRARY;
    }

    public static String value(String name, Snapshot snapshot) {
        return Settings.of(snapshot).value(name).orElse("");
    }

    /// Where archiving is off the server shows no command, but still what a session would be reset to.
    static String written(String name, Snapshot snapshot) {
        return Settings.of(snapshot).named(name).map(Setting::resetValue).orElse("");
    }

    /// Whether a command does nothing and calls it success, or does not even ask which file it is about.
    static boolean isIdle(String command) {
        return IDLE.matcher(command.strip()).matches() || !command.contains("%p") && !command.contains("%f");
    }
}
