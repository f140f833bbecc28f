// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import dev.tickbird.model.finding.Sql;
import dev.tickbird.observe.target.Environment;
import dev.tickbird.observe.target.LiveTarget;
import dev.tickbird.observe.target.Target;
import dev.tickbird.observe.target.Timeouts;
import dev.tickbird.server.EmbeddedServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// A database of an embedded server. A copy of it, made at the start, brings it back when something was tried that
/// cannot be undone. Roles are the whole server's and are not brought back.
public final class ServerStage implements Stage, AutoCloseable {

    private static final String SUPERUSER = "postgres";

    private final EmbeddedServer server;
    private final String database;
    private final String copy;

    private ServerStage(EmbeddedServer server, String database) {
        this.server = server;
        this.database = database;
        this.copy = "tickbird_copy_of_" + database;
    }

    /// @param database nobody may be connected to it while the copy is made
    public static ServerStage on(EmbeddedServer server, String database) throws SQLException {
        ServerStage stage = new ServerStage(server, database);
        stage.onServer(
                Sql.format("drop database if exists %I with (force)", stage.copy),
                Sql.format("create database %I template %I", stage.copy, database));
        return stage;
    }

    @Override
    public Connection connect() throws SQLException {
        return connect(SUPERUSER);
    }

    @Override
    public Connection connect(String role) throws SQLException {
        return connect(role, database);
    }

    /// What the whole server keeps about a database goes over to the new one, which has another OID.
    @Override
    public void reset() throws SQLException {
        onServer(
                Sql.format("drop database if exists %I with (force)", "tickbird_worn"),
                Sql.format("select pg_terminate_backend(pid) from pg_stat_activity where datname = %L", database),
                Sql.format("alter database %I rename to %I", database, "tickbird_worn"),
                Sql.format("create database %I template %I", database, copy),
                Sql.format(
                        "update pg_db_role_setting set setdatabase = new.oid from pg_database as old, pg_database as new"
                                + " where setdatabase = old.oid and old.datname = %L and new.datname = %L",
                        "tickbird_worn", database),
                Sql.format(
                        "update pg_database as new set datacl = old.datacl, datconnlimit = old.datconnlimit"
                                + " from pg_database as old where old.datname = %L and new.datname = %L",
                        "tickbird_worn", database),
                Sql.format("drop database %I with (force)", "tickbird_worn"),
                Sql.format("alter system reset all"),
                Sql.format("select pg_reload_conf()"));
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
