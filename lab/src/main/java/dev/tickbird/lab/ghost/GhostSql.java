// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

import dev.tickbird.server.Script;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/// The SQL that lies beside these classes, one file a purpose.
final class GhostSql {

    private GhostSql() {}

    static String text(String name) {
        try (InputStream in = Objects.requireNonNull(GhostSql.class.getResourceAsStream(name + ".sql"), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void run(Connection connection, String name) throws SQLException {
        Script.run(connection, text(name));
    }
}
