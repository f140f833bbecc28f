// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.lab.ghost.SourceSession;
import dev.tickbird.lab.plans.PlanTree;
import dev.tickbird.lab.twin.Twin;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.server.Script;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One backend that plans. It prefixes what it is given with `explain` or `prepare`, and gives the server nothing that
/// is more than one statement.
final class Backend implements AutoCloseable {

    private static final int GENERIC_PLANS_SINCE = 16;
    private static final String ASK_INSIDE = "create or replace function pg_temp.tickbird_explain(question text)"
            + " returns text language plpgsql set datestyle = %L as"
            + " $$ declare plan text; begin execute question into plan; return plan; end $$";

    private final Connection connection;
    private final SessionSettings settings;
    private final Namesakes namesakes;
    private final boolean explainsGeneric;

    /// How many places for constants a text has that was found to be one statement.
    private final Map<String, Integer> parameters = new HashMap<>();

    /// How dates are written in the plans now; null as long as nobody has asked.
    private @Nullable String dateStyle;
    private boolean asksInside;
    private boolean prepared;

    /// How many characters of ours stood before the statement that was sent last.
    private int before;

    private Backend(Connection connection) throws SQLException {
        this.connection = connection;
        settings = new SessionSettings(connection);
        namesakes = new Namesakes(connection);
        explainsGeneric = connection.getMetaData().getDatabaseMajorVersion() >= GENERIC_PLANS_SINCE;
    }

    static Backend of(Twin twin) throws SQLException {
        Connection connection = twin.connect();
        try {
            connection.setAutoCommit(false);
            Backend backend = new Backend(connection);
            backend.settings.take(Map.of());
            return backend;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /// Plans from now on with these settings, and otherwise with the twin's own.
    void take(Map<String, String> values) throws SQLException {
        if (settings.take(values)) {
            dateStyle = null;
            asksInside = false;
        }
    }

    /// The types of the constants that are not known, as SQL names them.
    List<String> parameterTypes(String sql) throws SQLException {
        try {
            prepare(Single.statement(sql));
            List<String> types = types();
            parameters.put(sql, types.size());
            return types;
        } finally {
            end();
        }
    }

    private List<String> types() throws SQLException {
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
        }
    }

    /// @param touched what it depends on
    record Planning(Reply reply, Touched touched) {}

    Planning plan(Form form) throws SQLException {
        try {
            Plan plan = Plan.of(explain(form, ""));
            Touched touched = Touched.by(connection);
            if (namesakes.areIn(plan)) {
                end();
                plan = plan.with(PlanTree.parse(explain(form, ", verbose")));
            }
            return new Planning(new Reply.Success(plan), touched);
        } catch (SQLException e) {
            return new Planning(refused(e), Touched.UNKNOWN);
        } finally {
            end();
        }
    }

    /// With the schema of each relation, and the alias before each column.
    String verbose(Form form) throws SQLException {
        try {
            return explain(form, ", verbose");
        } finally {
            end();
        }
    }

    Reply.Refusal refused(SQLException e) throws SQLException {
        if (connection.isClosed()) {
            throw e;
        }
        return new Reply.Refusal(Script.refusal(e, before));
    }

    /// Each question has its own transaction: what it has locked, created or spoilt goes with it.
    private void end() throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        connection.rollback();
        if (prepared) {
            prepared = false;
            execute("deallocate tickbird");
            connection.commit();
        }
    }

    private String explain(Form form, String more) throws SQLException {
        String sql = Single.statement(form.sql());
        String start = "explain (format json" + more + ") ";
        if (!form.generic()) {
            return explain(start, sql);
        }
        if (!parameters.containsKey(sql)) {
            parameterTypes(sql); // which also proves that it is one statement
        }
        return explainsGeneric
                ? inside("explain (format json, generic_plan" + more + ") " + sql)
                : explainPrepared(start, sql, parameters.getOrDefault(sql, 0));
    }

    /// In a query of the extended protocol, the server would take the places for parameters of `explain` itself.
    /// And within a function, dates may be written as they are in the source.
    private String inside(String sql) throws SQLException {
        if (!asksInside) {
            execute(Sql.format(ASK_INSIDE, dateStyle()).text());
            connection.commit();
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
    private String explainPrepared(String start, String sql, int count) throws SQLException {
        prepare(sql);
        execute("set local plan_cache_mode = force_generic_plan");
        String nulls = String.join(", ", Collections.nCopies(count, "null"));
        return explain(start, "execute tickbird" + (count == 0 ? "" : "(" + nulls + ")"));
    }

    private void prepare(String sql) throws SQLException {
        String start = "prepare tickbird as ";
        before = start.length();
        execute(start + sql);
        prepared = true;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /// What is refused is refused here, where the server says at which character.
    private String explain(String start, String sql) throws SQLException {
        before = start.length();
        String plan = one(start + sql);
        return dateStyle().startsWith(SourceSession.DATES_OF_DRIVER) ? plan : inside(start + sql);
    }

    private String dateStyle() throws SQLException {
        if (dateStyle == null) {
            dateStyle = one("select pg_catalog.current_setting('" + SourceSession.DATE_STYLE + "')");
        }
        return dateStyle;
    }

    private String one(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getString(1);
            }
        }
    }

    boolean isClosed() {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
