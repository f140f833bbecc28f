// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.testkit.plans;

import dev.tickbird.server.Script;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One query, as its file gives it: comments that say what it covers, statements that prepare the session, such as
/// `set role`, `set work_mem` or `prepare`, and as the last statement the query. A line `-- versions: 15+` says which
/// major versions know what it uses.
///
/// @param oldest the first major version that it runs on
/// @param preparations what comes before it in its session
public record PlanQuery(String name, int oldest, List<String> preparations, String statement) {

    private static final Pattern VERSIONS = Pattern.compile("^-- versions: (\\d+)\\+$", Pattern.MULTILINE);
    private static final int EVERY_VERSION = 14;

    public PlanQuery {
        preparations = List.copyOf(preparations);
    }

    public static PlanQuery parse(String name, String text) throws SQLException {
        List<String> statements = new ArrayList<>(Script.statements(text));
        String query = statements.removeLast();
        return new PlanQuery(name, oldest(text), statements, query);
    }

    static int oldest(String text) {
        Matcher versions = VERSIONS.matcher(text);
        return versions.find() ? Integer.parseInt(versions.group(1)) : EVERY_VERSION;
    }

    /// The plan in PostgreSQL's own JSON. Nothing of the query is executed, and the session is afterwards as new.
    ///
    /// @param before a statement that comes first, such as one that sets the search path
    public String explain(Connection connection, String before) throws SQLException {
        try (Statement session = connection.createStatement()) {
            session.execute(before);
            for (String preparation : preparations) {
                session.execute(preparation);
            }
            try (ResultSet plan = session.executeQuery("explain (format json, verbose) " + statement)) {
                plan.next();
                return plan.getString(1);
            }
        } finally {
            reset(connection);
        }
    }

    private static void reset(Connection connection) throws SQLException {
        try (Statement session = connection.createStatement()) {
            session.execute("discard all");
        }
    }
}
