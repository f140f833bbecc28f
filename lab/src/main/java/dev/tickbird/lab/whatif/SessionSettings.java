// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.lab.ghost.SourceSession;
import dev.tickbird.model.Suggestion;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.server.Script;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The settings of one session, which change with what is planned next.
final class SessionSettings {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final String NO_SUCH_SETTING = "42704";

    private static final String SET = "select pg_catalog.set_config(?, ?, false)";

    /// At its end dates are again what the driver can read.
    private static final String SET_DATES = SET + ", pg_catalog.set_config('" + SourceSession.DATE_STYLE
            + "', pg_catalog.current_setting('DateStyle'), false), pg_catalog.set_config('DateStyle', '"
            + SourceSession.DATES_OF_DRIVER + "', false)";

    private final Connection connection;
    private final SourceSession beginning;
    private @Nullable Map<String, String> taken;

    /// @param connection without automatic commits, and in no transaction
    SessionSettings(Connection connection) throws SQLException {
        this.connection = connection;
        beginning = SourceSession.of(connection);
    }

    /// These and no others: what was taken before is what it was. If one of them is refused, none is taken.
    ///
    /// @return whether they are others than before
    boolean take(Map<String, String> settings) throws SQLException {
        if (settings.equals(taken)) {
            return false;
        }
        try {
            List<String> former = taken == null ? List.of() : new ArrayList<>(taken.keySet());
            for (String name : former.reversed()) { // a role that was set last may not reset what was set first
                execute(Sql.format("reset %I", name).text());
            }
            beginning.in(connection); // `reset` goes back to what the driver has said
            execute("set statement_timeout = " + PATIENCE_MILLIS);
            for (Map.Entry<String, String> setting : settings.entrySet()) {
                set(setting.getKey(), setting.getValue());
            }
            connection.commit();
            taken = settings;
            return true;
        } finally {
            connection.rollback();
        }
    }

    private void set(String name, String value) throws SQLException {
        try (PreparedStatement set =
                connection.prepareStatement(name.equalsIgnoreCase("DateStyle") ? SET_DATES : SET)) {
            set.setString(1, name);
            set.setString(2, value);
            set.execute();
        } catch (SQLException e) {
            if (!NO_SUCH_SETTING.equals(e.getSQLState())) {
                throw TickbirdException.usage("could not set " + name + ": " + Script.refusal(e), null);
            }
            connection.rollback();
            throw TickbirdException.usage(
                    "setting \"" + name + "\" does not exist",
                    Suggestion.sentence(name.toLowerCase(Locale.ROOT), names()).orElse(null));
        }
    }

    private List<String> names() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select setting.name from pg_catalog.pg_settings as setting order by setting.name")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
