// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.TickbirdException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// What a server's errors mean for somebody who only looks.
final class ServerErrors {

    private static final Pattern FUNCTION = Pattern.compile("(execute on function \\w+\\(\\)), or superuser");

    private ServerErrors() {}

    /// Whether the connection is gone and nothing more can be read.
    static boolean isLost(SQLException error) {
        String state = state(error);
        return state.startsWith("08") || state.startsWith("57P");
    }

    /// How often in all to read what failed so: an object may have been dropped between the catalog row and
    /// the function that describes it, or locked after it was found free. The next reading leaves it out.
    static int attempts(SQLException error) {
        return switch (state(error)) {
            case "XX000", "42P01", "42704", "42883", "3F000" -> 3;
            case "55P03" -> 2;
            default -> 1;
        };
    }

    /// The server's own words, in one line.
    static String reason(SQLException error) {
        return switch (state(error)) {
            case "55P03" -> "somebody holds a lock that it would have to wait for";
            case "57014" -> "it took longer than allowed";
            default -> words(error).lines().findFirst().orElse("no reason given");
        };
    }

    /// What would open the view.
    ///
    /// @param sql what the server refused
    static @Nullable String hint(SQLException error, String role, FactSql sql) {
        return switch (state(error)) {
            case "42501" -> needed(sql.needs(), Identifier.quoted(role));
            case "42703", "42883", "42P01" ->
                sql.extension()
                        .map(name ->
                                "Role " + Identifier.quoted(role) + " may lack usage on the extension's schema, or its"
                                        + " installed version is too old: alter extension " + name + " update.")
                        .orElse(null);
            case "55000" ->
                words(error).contains("shared_preload_libraries")
                        ? "Add it to shared_preload_libraries and restart the server."
                        : null;
            case "55P03" ->
                "Run again when the lock is gone; \"select pid, query from pg_stat_activity where pid in"
                        + " (select pid from pg_locks where mode = 'AccessExclusiveLock')\" names its holder.";
            case "57014" -> "Allow more time with --statement-timeout.";
            case "XX000" ->
                "If it says so again, the catalogs do not fit together: something is referred to that is not there. Copy"
                        + " the data folder before anybody mends it, and have pg_amcheck look for more.";
            default -> null;
        };
    }

    private static String needed(String needs, String role) {
        if (needs.equals("nothing") || needs.equals("pg_monitor")) {
            return "Run as a member of pg_monitor (grant pg_monitor to " + role + ") or as a superuser.";
        }
        Matcher function = FUNCTION.matcher(needs);
        return function.matches()
                ? "Run as a superuser, or let one grant it: grant " + function.group(1) + " to " + role + "."
                : "Role " + role + " needs " + needs + ".";
    }

    static TickbirdException lost(SQLException error) {
        return TickbirdException.target(
                "lost the connection to the server: "
                        + words(error).lines().findFirst().orElse("no reason given"),
                "See the server's log for the reason, and run again when it accepts connections.",
                error);
    }

    private static String state(SQLException error) {
        return Objects.requireNonNullElse(error.getSQLState(), "");
    }

    private static String words(SQLException error) {
        if (error instanceof PSQLException fromServer) {
            @Nullable ServerErrorMessage message = fromServer.getServerErrorMessage();
            if (message != null && message.getMessage() != null) {
                return message.getMessage();
            }
        }
        return String.valueOf(error.getMessage());
    }
}
