// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.lab.ghost.HypotheticalIndexes;
import dev.tickbird.lab.twin.Twin;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Suggestion;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.server.Script;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.jdbc.AutoSave;

/// One backend that plans. It prefixes what it is given with `explain` or `prepare`, and gives the server nothing that
/// is more than one statement.
final class Backend implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final int GENERIC_PLANS_SINCE = 16;
    private static final String ASK_INSIDE = """
            create function pg_temp.tickbird_explain(question text) returns text language plpgsql as
            $$ declare plan text; begin execute question into plan; return plan; end $$
            """;
    private static final String NO_SUCH_SETTING = "42704";

    private final Connection connection;
    private final boolean explainsGeneric;

    private boolean asksInside;

    /// How many characters of ours stood before the statement that was sent last.
    private int before;

    private Backend(Connection connection) throws SQLException {
        this.connection = connection;
        explainsGeneric = connection.getMetaData().getDatabaseMajorVersion() >= GENERIC_PLANS_SINCE;
    }

    static Backend of(Twin twin, Map<String, String> settings) throws SQLException {
        Connection connection = twin.connect();
        try {
            Backend backend = new Backend(connection);
            backend.execute("set statement_timeout = " + PATIENCE_MILLIS);
            for (Map.Entry<String, String> setting : settings.entrySet()) {
                backend.set(setting.getKey(), setting.getValue());
            }
            return backend;
        } catch (SQLException | TickbirdException e) {
            connection.close();
            throw e;
        }
    }

    /// Plans from now on as if these indexes were not there; nobody else does.
    void hide(Collection<QualifiedName> indexes) throws SQLException {
        connection.setAutoCommit(false);
        connection.unwrap(PGConnection.class).setAutosave(AutoSave.ALWAYS); // a refused query does not end it
        HypotheticalIndexes.hide(connection, indexes);
    }

    private void set(String name, String value) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("select pg_catalog.set_config(?, ?, false)")) {
            set.setString(1, name);
            set.setString(2, value);
            set.execute();
        } catch (SQLException e) {
            if (!NO_SUCH_SETTING.equals(e.getSQLState())) {
                throw TickbirdException.usage("could not set " + name + ": " + Script.refusal(e), null);
            }
            throw TickbirdException.usage(
                    "setting \"" + name + "\" does not exist",
                    Suggestion.sentence(name.toLowerCase(Locale.ROOT), settings())
                            .orElse(null));
        }
    }

    private List<String> settings() throws SQLException {
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

    /// The types of the constants that are not known, as SQL names them.
    List<String> parameterTypes(String sql) throws SQLException {
        prepare(Single.statement(sql));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select type::text"
                        + " from pg_catalog.pg_prepared_statements as prepared,"
                        + " unnest(prepared.parameter_types) with ordinality as parameter (type, place)"
                        + " where prepared.name = 'tickbird' order by parameter.place")) {
            List<String> types = new ArrayList<>();
            while (row.next()) {
                types.add(row.getString(1));
            }
            return types;
        } finally {
            execute("deallocate tickbird");
        }
    }

    Reply plan(Form form) throws SQLException {
        try {
            return new Reply.Success(Plan.of(explain(form, "")));
        } catch (SQLException e) {
            return refused(e);
        }
    }

    /// With the schema of each relation, and the alias before each column.
    String verbose(Form form) throws SQLException {
        return explain(form, ", verbose");
    }

    Reply.Refusal refused(SQLException e) throws SQLException {
        if (connection.isClosed()) {
            throw e;
        }
        return new Reply.Refusal(Script.refusal(e, before));
    }

    private String explain(Form form, String more) throws SQLException {
        String sql = Single.statement(form.sql());
        String start = "explain (format json" + more + ") ";
        if (!form.generic()) {
            return explain(start, sql);
        }
        int parameters = parameterTypes(sql).size(); // which also proves that it is one statement
        return explainsGeneric
                ? explainGeneric("explain (format json, generic_plan" + more + ") " + sql)
                : explainPrepared(start, sql, parameters);
    }

    /// In a query of the extended protocol, the server would take the places for parameters of `explain` itself.
    private String explainGeneric(String sql) throws SQLException {
        if (!asksInside) {
            execute(ASK_INSIDE);
            asksInside = true;
        }
        try (PreparedStatement ask = connection.prepareStatement("select pg_temp.tickbird_explain(?)")) {
            ask.setString(1, sql);
            try (ResultSet row = ask.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /// Before PostgreSQL 16. The constants are null, of which a generic plan knows nothing.
    private String explainPrepared(String start, String sql, int parameters) throws SQLException {
        prepare(sql);
        try {
            execute("set plan_cache_mode = force_generic_plan");
            String nulls = String.join(", ", Collections.nCopies(parameters, "null"));
            return explain(start, "execute tickbird" + (parameters == 0 ? "" : "(" + nulls + ")"));
        } finally {
            execute("reset plan_cache_mode");
            execute("deallocate tickbird");
        }
    }

    private void prepare(String sql) throws SQLException {
        String start = "prepare tickbird as ";
        before = start.length();
        execute(start + sql);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    private String explain(String start, String sql) throws SQLException {
        before = start.length();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet row = statement.executeQuery(start + sql)) {
                row.next();
                return row.getString(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
