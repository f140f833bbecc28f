// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.Script;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// A database of a test server with a schema in it, as a stage.
public record TestStage(TestDatabase database, ServerStage stage) implements AutoCloseable {

    public static TestStage with(int major, String schema) throws SQLException {
        EmbeddedServer server = Servers.shared(major);
        TestDatabase database = TestDatabase.on(server);
        try (Connection connection = database.connect()) {
            Script.run(connection, schema);
        }
        return new TestStage(database, ServerStage.on(server, database.name()));
    }

    public Rehearsal rehearsal() {
        return Rehearsal.on(stage);
    }

    public String ask(String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? String.valueOf(row.getString(1)) : "nothing";
        }
    }

    @Override
    public void close() throws SQLException {
        stage.close();
        database.close();
    }
}
