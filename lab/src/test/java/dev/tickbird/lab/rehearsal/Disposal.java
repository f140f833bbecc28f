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

/// Removes what databases leave on a server when they are dropped.
final class Disposal {

    private Disposal() {}

    static void ofRoles(EmbeddedServer server, String... roles) throws SQLException {
        LiveTarget target = (LiveTarget) Target.parse(server.uri("postgres"), Environment.ofProcess());
        try (Connection connection = target.connect(Timeouts.forStatements(Stage.PATIENCE));
                Statement statement = connection.createStatement()) {
            for (String role : roles) {
                statement.execute(Sql.format("drop role if exists %I", role).text());
            }
        }
    }
}
