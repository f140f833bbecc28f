// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.lab.twin.Twin;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.server.Script;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/// Where names without a schema are looked for. It says what a query means rather than what it costs, so it holds on
/// both sides of a question, for indexes and migrations that are tried too.
record LookupPath(String value) {

    static final String SETTING = "search_path";

    /// For every session from now on, and as long as the twin lives.
    void ruleIn(Twin twin) {
        try (Connection connection = twin.connect();
                PreparedStatement set =
                        connection.prepareStatement("select pg_catalog.set_config('search_path', ?, false)");
                Statement keep = connection.createStatement()) {
            set.setString(1, value);
            set.execute();
            keep.execute(Sql.format("alter database %I set search_path from current", twin.database())
                    .text()); // for the role that runs migrations
            keep.execute(
                    Sql.format("alter role current_user in database %I set search_path from current", twin.database())
                            .text());
        } catch (SQLException e) {
            throw TickbirdException.usage("could not set search_path: " + Script.refusal(e), null);
        }
    }
}
