// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.Server;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a database sorts text where nothing else is said: the planner compares constants with histograms in that order.
///
/// @param locale of a provider other than libc; null for libc
record SortOrder(
        String provider, String collation, @Nullable String locale) {

    /// Newer versions have more columns, and other names for them.
    private static final String HERE = """
            select case coalesce(entry.content ->> 'datlocprovider', 'c')
                       when 'c' then 'libc' when 'i' then 'icu' else 'builtin' end,
                   entry.content ->> 'datcollate',
                   coalesce(entry.content ->> 'datlocale', entry.content ->> 'daticulocale')
            from (select to_jsonb(database) as content
                  from pg_catalog.pg_database as database
                  where database.datname = current_database()) as entry
            """;

    /// What the source's order is, if it is another than here.
    static Optional<String> difference(Connection connection, Snapshot snapshot) throws SQLException {
        if (!snapshot.observed().contains(Database.class)) {
            return Optional.empty();
        }
        String name = snapshot.all(Server.class).stream()
                .findFirst()
                .map(Server::database)
                .orElse("");
        Optional<SortOrder> source = snapshot.all(Database.class).stream()
                .filter(database -> database.name().equals(name))
                .findFirst()
                .map(database -> new SortOrder(database.provider(), database.collation(), database.locale()));
        SortOrder here = here(connection);
        return source.filter(order -> !order.sortsAs(here))
                .map(order -> "text is sorted as in " + order + " on the source, and as in " + here
                        + " here: estimates of ranges of text may differ");
    }

    private static SortOrder here(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(HERE)) {
            row.next();
            return new SortOrder(row.getString(1), row.getString(2), row.getString(3));
        }
    }

    private boolean sortsAs(SortOrder other) {
        return provider.equals(other.provider)
                && (provider.equals("libc")
                        ? plain(collation).equals(plain(other.collation))
                        : Objects.equals(locale, other.locale));
    }

    private static String plain(String collation) {
        return collation.equals("POSIX") ? "C" : collation;
    }

    @Override
    public String toString() {
        return provider.equals("libc") ? collation : Objects.requireNonNullElse(locale, "") + " of " + provider;
    }
}
