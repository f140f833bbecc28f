// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe;

import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Draws rows of a table as `analyze` does: 30,000 of them, from no more blocks than that. Only whoever asks for it by
/// name gets rows; a snapshot never does.
public final class RowSampler {

    private static final double MOST_ROWS = 30_000;
    private static final double MOST_PAGES = 30_000;
    private static final int LIMIT = 33_000; // chance may draw some more than it should
    private static final String NO_PRIVILEGE = "42501";
    private static final String CANCELED = "57014";

    private RowSampler() {}

    /// Reads in a transaction that cannot write and does not wait. Rows with a value longer than a kilobyte are left
    /// out, as `analyze` leaves them out. A role that may not see every row is refused.
    ///
    /// @param pages of the table and its partitions
    /// @param rows of the table; -1 if that is not known
    /// @throws TickbirdException if it takes too long, or the server is gone
    public static RowSample read(
            Connection connection, Table table, List<String> columns, long pages, long rows, Duration patience) {
        Sql query = query(table, columns, pages, rows);
        try (ReadTransaction transaction = ReadTransaction.begin(connection, patience)) {
            return new RowSample.Drawn(columns, transaction.everyRow(query, result -> texts(result, columns.size())));
        } catch (SQLException e) {
            String message =
                    "could not sample rows of table \"" + table.qualifiedName() + "\": " + ServerErrors.reason(e);
            if (NO_PRIVILEGE.equals(e.getSQLState())) {
                return new RowSample.Refused(message, mending(message, connection, table, columns));
            }
            throw TickbirdException.target(
                    message, CANCELED.equals(e.getSQLState()) ? "Allow more time with --statement-timeout." : null, e);
        }
    }

    private static Sql query(Table table, List<String> columns, long pages, long rows) {
        double blocks = Math.min(1, MOST_PAGES / Math.max(1, pages));
        double wanted = rows <= 0 ? 1 : Math.min(1, MOST_ROWS / (rows * blocks));
        String brief = columns.stream()
                .map(column -> Sql.format("coalesce(pg_column_size(%I), 0) <= 1024", column)
                        .text())
                .collect(Collectors.joining(" and "));
        return Sql.format(
                "select %I from %s%I tablesample system (%s) where random() < %s and %s limit %s",
                columns,
                table.kind() == Table.Kind.PARTITIONED ? "" : "only ",
                table.qualifiedName(),
                100 * blocks,
                wanted,
                brief,
                LIMIT);
    }

    private static List<List<@Nullable String>> texts(ResultSet result, int columns) throws SQLException {
        List<List<@Nullable String>> rows = new ArrayList<>();
        while (result.next()) {
            List<@Nullable String> row = new ArrayList<>();
            for (int column = 1; column <= columns; column++) {
                row.add(result.getString(column));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String mending(String message, Connection connection, Table table, List<String> columns) {
        return message.contains("row-level security")
                ? "Run as the owner of the table, or as a role with bypassrls."
                : Sql.format(
                                "Run \"grant select (%I) on %I to %I\", and grant usage on its schema.",
                                columns, table.qualifiedName(), role(connection))
                        .text();
    }

    private static String role(Connection connection) {
        try {
            return connection.getMetaData().getUserName();
        } catch (SQLException e) {
            return "public";
        }
    }
}
