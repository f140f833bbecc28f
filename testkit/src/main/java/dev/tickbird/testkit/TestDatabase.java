// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.testkit;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.observe.Observer;
import dev.tickbird.observe.target.Environment;
import dev.tickbird.observe.target.LiveTarget;
import dev.tickbird.observe.target.Target;
import dev.tickbird.observe.target.Timeouts;
import dev.tickbird.server.EmbeddedServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/// An empty database on a test server, dropped at close.
public final class TestDatabase implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final EmbeddedServer server;
    private final String name;

    private TestDatabase(EmbeddedServer server, String name) {
        this.server = server;
        this.name = name;
    }

    public static TestDatabase on(EmbeddedServer server) throws SQLException {
        TestDatabase database = new TestDatabase(server, "case_" + NUMBER.incrementAndGet());
        database.onServer(Sql.format("create database %I", database.name));
        return database;
    }

    /// Another one with the same in it. Nobody may be connected to this one.
    public TestDatabase copy() throws SQLException {
        TestDatabase copy = new TestDatabase(server, "case_" + NUMBER.incrementAndGet());
        copy.onServer(Sql.format("create database %I template %I", copy.name, name));
        return copy;
    }

    /// The same on a standby of its server, as soon as it has arrived there.
    TestDatabase on(EmbeddedServer standby, Duration patience) throws SQLException {
        TestDatabase there = new TestDatabase(standby, name);
        Instant deadline = Instant.now().plus(patience);
        while (!there.isThere()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("database " + name + " has not arrived on the standby");
            }
            there.waitAMoment();
        }
        return there;
    }

    private boolean isThere() throws SQLException {
        try (Connection connection = connect("postgres");
                PreparedStatement look =
                        connection.prepareStatement("select count(*) from pg_database where datname = ?")) {
            look.setString(1, name);
            try (ResultSet answer = look.executeQuery()) {
                return answer.next() && answer.getInt(1) == 1;
            }
        }
    }

    public String name() {
        return name;
    }

    public String uri() {
        return server.uri(name);
    }

    public EmbeddedServer server() {
        return server;
    }

    public Connection connect() {
        return connect(name);
    }

    /// What an examination of the database sees now.
    public Snapshot snapshot(Collection<Class<? extends Fact>> facts) throws SQLException {
        try (Connection connection = connect()) {
            return snapshot(connection, facts);
        }
    }

    /// What an examination over this connection sees now.
    public static Snapshot snapshot(Connection connection, Collection<Class<? extends Fact>> facts) {
        return Observer.observe(connection, facts, PATIENCE, fact -> {});
    }

    @Override
    public void close() throws SQLException {
        onServer(Sql.format("drop database if exists %I with (force)", name));
    }

    /// The roles of the whole server.
    Set<String> roles() throws SQLException {
        Set<String> roles = new TreeSet<>();
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select rolname from pg_roles")) {
            while (result.next()) {
                roles.add(result.getString(1));
            }
        }
        return roles;
    }

    /// Drops the roles that the server did not have then: they outlive the database in which they were made.
    void dropRolesBut(Set<String> before) throws SQLException {
        for (String role : roles()) {
            if (!before.contains(role)) {
                onServer(Sql.format("drop role %I", role));
            }
        }
    }

    /// Lets a fifth of a second pass on the server's clock.
    void waitAMoment() throws SQLException {
        onServer(Sql.format("select pg_sleep(0.2)"));
    }

    private void onServer(Sql sql) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql.text());
        }
    }

    private Connection connect(String database) {
        LiveTarget target = (LiveTarget) Target.parse(server.uri(database), Environment.ofProcess());
        return target.connect(Timeouts.forStatements(PATIENCE));
    }
}
