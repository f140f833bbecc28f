// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

import dev.tickbird.server.Script;
import dev.tickbird.testkit.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Plans of queries, and where two of them differ.
final class Plans {

    private Plans() {}

    static String resource(String name) throws IOException {
        try (var in = Plans.class.getResourceAsStream("/ghost/" + name + ".sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static void run(TestDatabase database, String... scripts) throws SQLException, IOException {
        try (Connection connection = database.connect()) {
            for (String script : scripts) {
                Script.run(connection, resource(script));
            }
        }
    }

    static List<String> queries() throws IOException {
        return Arrays.stream(resource("queries").split(";\\s*\n"))
                .filter(query -> !query.isBlank())
                .toList();
    }

    /// PostgreSQL's own JSON; its costs have two decimals.
    static String of(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("explain (format json) " + query)) {
            row.next();
            return row.getString(1);
        }
    }

    /// Where they first differ, digit for digit.
    static Optional<String> difference(String query, String original, String ghost) {
        if (original.equals(ghost)) {
            return Optional.empty();
        }
        List<String> left = original.lines().toList();
        List<String> right = ghost.lines().toList();
        StringBuilder text = new StringBuilder(query).append('\n');
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            String before = i < left.size() ? left.get(i).strip() : "";
            String after = i < right.size() ? right.get(i).strip() : "";
            if (before.contains("Node Type") || !before.equals(after)) {
                text.append("  ")
                        .append(before)
                        .append(before.equals(after) ? "" : "  |  " + after)
                        .append('\n');
            }
        }
        return Optional.of(text.toString());
    }
}
