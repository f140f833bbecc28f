// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import dev.tickbird.model.finding.AlterSystem;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.observe.target.Environment;
import dev.tickbird.observe.target.LiveTarget;
import dev.tickbird.observe.target.Target;
import dev.tickbird.observe.target.Timeouts;
import dev.tickbird.server.EmbeddedServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// A database of an embedded server. A copy of it, made at the start, brings it back when something was tried that
/// cannot be undone. Roles are the whole server's and are not brought back.
public final class ServerStage implements Stage, AutoCloseable {

    private static final String SUPERUSER = "postgres";
    private static final Sql RELOAD = Sql.format("select pg_reload_conf()");

    private final EmbeddedServer server;
    private final String database;
    private final String copy;
    private final String worn;
    private final List<Sql> altered;

    private ServerStage(EmbeddedServer server, String database) throws SQLException {
        this.server = server;
        this.database = database;
        String mark = Integer.toHexString(database.hashCode()); // the name itself may be as long as names can be
        this.copy = "tickbird_copy_" + mark;
        this.worn = "tickbird_worn_" + mark;
        this.altered = altered();
    }

    /// @param database nobody may be connected to it while the copy is made
    public static ServerStage on(EmbeddedServer server, String database) throws SQLException {
        ServerStage stage = new ServerStage(server, database);
        stage.onServer(
                Sql.format("drop database if exists %I with (force)", stage.copy),
                Sql.format("create database %I template %I", stage.copy, database));
        stage.carry(database, stage.copy);
        return stage;
    }

    /// The same for what is to stay: there is no copy, and nothing that [#reset] could bring back.
    public static ServerStage lasting(EmbeddedServer server, String database) throws SQLException {
        return new ServerStage(server, database);
    }

    /// What was built from somebody's snapshot is somebody's code: no trigger and no operator of theirs runs in a
    /// session of the superuser.
    @Override
    public Connection connect() throws SQLException {
        Connection connection = connect(SUPERUSER);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set search_path = pg_catalog, pg_temp");
            statement.execute("set session_replication_role = replica");
            if (connection.getMetaData().getDatabaseMajorVersion() >= 17) {
                statement.execute("set event_triggers = off");
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Connection connect(String role) throws SQLException {
        return connect(role, database);
    }

    @Override
    public void reset() throws SQLException {
        forgetPrepared();
        onServer(
                Sql.format("drop database if exists %I with (force)", worn),
                Sql.format("select pg_terminate_backend(pid) from pg_stat_activity where datname = %L", database),
                Sql.format("alter database %I rename to %I", database, worn),
                Sql.format("create database %I template %I", database, copy),
                Sql.format("drop database %I with (force)", worn),
                Sql.format("alter system reset all"));
        carry(copy, database);
        onServer(altered.toArray(Sql[]::new));
        onServer(RELOAD);
    }

    /// A prepared transaction outlives its session, and holds the database.
    private void forgetPrepared() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            List<Sql> rollbacks = new ArrayList<>();
            try (ResultSet row =
                    statement.executeQuery("select gid from pg_prepared_xacts where database = current_database()")) {
                while (row.next()) {
                    rollbacks.add(Sql.format("rollback prepared %L", row.getString(1)));
                }
            }
            for (Sql sql : rollbacks) {
                statement.execute(sql.text());
            }
        }
    }

    /// What the whole server keeps about a database, and a copy does not get.
    private void carry(String from, String to) throws SQLException {
        onServer(
                Sql.format(
                        "delete from pg_db_role_setting using pg_database where setdatabase = oid and datname = %L",
                        to),
                Sql.format(
                        "insert into pg_db_role_setting select target.oid, setrole, setconfig from pg_db_role_setting"
                                + " join pg_database as source on source.oid = setdatabase and source.datname = %L"
                                + " join pg_database as target on target.datname = %L",
                        from, to),
                Sql.format(
                        "update pg_database as target set datacl = source.datacl, datconnlimit = source.datconnlimit"
                                + " from pg_database as source where source.datname = %L and target.datname = %L",
                        from, to));
    }

    /// What `alter system` has set so far.
    private List<Sql> altered() throws SQLException {
        List<Sql> settings = new ArrayList<>();
        try (Connection connection = connect(SUPERUSER, "template1");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select name, setting from pg_file_settings where sourcefile ~ 'postgresql.auto.conf$'")) {
            while (row.next()) {
                settings.add(AlterSystem.of(row.getString(1), row.getString(2)));
            }
        }
        return settings;
    }

    /// Drops the copy.
    @Override
    public void close() throws SQLException {
        onServer(Sql.format("drop database if exists %I with (force)", copy));
    }

    private void onServer(Sql... statements) throws SQLException {
        try (Connection connection = connect(SUPERUSER, "template1");
                Statement statement = connection.createStatement()) {
            for (Sql sql : List.of(statements)) {
                statement.execute(sql.text());
            }
        }
    }

    private Connection connect(String role, String to) {
        String uri = server.uri(to).replaceFirst("//postgres@", "//" + role + "@");
        LiveTarget target = (LiveTarget) Target.parse(uri, Environment.ofProcess());
        return target.connect(Timeouts.forStatements(PATIENCE));
    }
}
