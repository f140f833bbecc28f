// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import dev.tickbird.lab.ghost.SourceSession;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.server.EmbeddedServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/// Carries somebody's script out for good on a database without rows. It is kept inside as a rehearsal's is: what would
/// touch files, programs or the network is refused, and it runs as no superuser.
public final class Enactment {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /// What works on rows alone, of which a twin has none. Whatever else a script holds is run: a `do` block or a
    /// function may define something, and what PostgreSQL does not understand, it says.
    private static final Set<String> OF_ROWS = Set.of(
            "analyze",
            "checkpoint",
            "cluster",
            "copy",
            "delete",
            "explain",
            "insert",
            "lock",
            "merge",
            "refresh",
            "update",
            "vacuum");

    /// A statement that was left out.
    public record Skipped(String verb, Place place) {}

    private final ServerStage stage;

    private Enactment(ServerStage stage) {
        this.stage = stage;
    }

    public static Enactment on(EmbeddedServer server, String database) throws SQLException {
        return new Enactment(ServerStage.lasting(server, database));
    }

    /// Looks for what is refused, before anything is built or run.
    ///
    /// @param name what the user calls the script
    /// @throws TickbirdException if a statement is refused, with its place
    public static void check(String name, String text) {
        Screening.of(SqlScript.of(text)).ifPresent(objection -> {
            throw refused(name, objection.place(), objection.reason());
        });
    }

    /// Checks it and runs it, statement by statement.
    ///
    /// @return what was left out, for it only touches rows
    /// @throws TickbirdException if a statement is refused or fails, with its place
    public List<Skipped> of(String name, String text) throws SQLException {
        check(name, text);
        SqlScript script = SqlScript.of(text);
        Map<Long, Long> handlers = handlers();
        Disarming.of(stage);
        try (Connection superuser = stage.connect();
                Connection session = stage.connect(Disarming.ROLE)) {
            SourceSession.of(superuser).in(session);
            return run(name, script, session);
        } finally {
            rearm(handlers);
        }
    }

    private static TickbirdException refused(String name, Place place, String reason) {
        return TickbirdException.usage(
                name + ", " + place + ": " + reason,
                "On a twin, no statement may touch files, programs or the network.");
    }

    private static boolean isOfRows(SqlStatement statement) {
        return OF_ROWS.contains(statement.verb())
                || statement.verb().equals("with")
                        && (statement.has("insert") || statement.has("update") || statement.has("delete"));
    }

    private List<Skipped> run(String name, SqlScript script, Connection session) throws SQLException {
        List<Skipped> skipped = new ArrayList<>();
        int pid = session.unwrap(PGConnection.class).getBackendPID();
        try (Statement statement = session.createStatement()) {
            statement.execute("set default_transaction_read_only = off");
        }
        TimeLimit limit = new TimeLimit(stage, LIMIT);
        for (SqlStatement statement : script.statements()) {
            if (isOfRows(statement)) {
                skipped.add(new Skipped(statement.verb(), statement.place()));
                continue;
            }
            try {
                limit.execute(statement.text(), session, pid);
            } catch (SQLException e) {
                if (session.isClosed()) {
                    throw e;
                }
                ScriptError error = ScriptError.of(e, statement, script);
                throw error.isForbidden()
                        ? refused(name, error.place(), error.message())
                        : TickbirdException.usage(name + ", " + error.place() + ": " + error.message(), null);
            }
        }
        if (session.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE) {
            throw TickbirdException.usage(
                    name + " ends inside a transaction block, and nothing of it would last", null);
        }
        return skipped;
    }

    /// Foreign tables are planned with the code of their wrappers, which a script must not call.
    private Map<Long, Long> handlers() throws SQLException {
        Map<Long, Long> handlers = new HashMap<>();
        try (Connection connection = stage.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select oid, fdwhandler::oid from pg_foreign_data_wrapper where fdwhandler <> 0")) {
            while (row.next()) {
                handlers.put(row.getLong(1), row.getLong(2));
            }
        }
        return handlers;
    }

    /// Plans again as it was planned before: a view that was a superuser's is not held by policies.
    private void rearm(Map<Long, Long> handlers) throws SQLException {
        try (Connection connection = stage.connect();
                Statement statement = connection.createStatement();
                PreparedStatement update = connection.prepareStatement(
                        "update pg_foreign_data_wrapper set fdwhandler = ?::oid where oid = ?")) {
            statement.execute(
                    Sql.format("alter role %I bypassrls", Disarming.ROLE).text());
            for (Map.Entry<Long, Long> handler : handlers.entrySet()) {
                update.setLong(1, handler.getValue());
                update.setLong(2, handler.getKey());
                update.execute();
            }
        }
    }
}
