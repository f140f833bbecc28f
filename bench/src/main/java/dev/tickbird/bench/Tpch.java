// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import dev.tickbird.server.Script;
import io.trino.tpch.TpchEntity;
import io.trino.tpch.TpchTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// TPC-H: loads its tables, the largest beside all others, and knows its 22 queries.
final class Tpch {

    private static final int QUERIES = 22;
    private static final int BUFFER = 64 * 1024;

    private final Callable<Connection> server;
    private final double scale;

    /// @param server opens connections to an empty database
    Tpch(Callable<Connection> server, double scale) {
        this.server = server;
        this.scale = scale;
    }

    void load() throws Exception {
        run("tables.sql");
        List<TpchTable<?>> rest = new ArrayList<>(TpchTable.getTables());
        rest.remove(TpchTable.LINE_ITEM);
        beside(
                () -> {
                    copy(List.of(TpchTable.LINE_ITEM));
                    return run("keys_of_lineitem.sql");
                },
                () -> {
                    copy(rest);
                    return run("keys_of_the_rest.sql");
                });
        run("foreign_keys.sql");
    }

    /// The names and the texts of the queries.
    static List<String> names() {
        return java.util.stream.IntStream.rangeClosed(1, QUERIES)
                .mapToObj("q%02d"::formatted)
                .toList();
    }

    static String query(String name) {
        return text("queries/" + name + ".sql");
    }

    /// In the transaction that empties a table, its rows need no log.
    private void copy(List<TpchTable<?>> tables) throws Exception {
        try (Connection connection = server.call();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (TpchTable<?> table : tables) {
                statement.execute("truncate " + table.getTableName());
                CopyIn copy = connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + table.getTableName() + " from stdin (delimiter '|')");
                send(table, copy);
                copy.endCopy();
                connection.commit();
            }
        }
    }

    private void send(TpchTable<?> table, CopyIn copy) throws SQLException {
        StringBuilder lines = new StringBuilder(2 * BUFFER);
        for (TpchEntity row : table.createGenerator(scale, 1, 1)) {
            String line = row.toLine();
            lines.append(line, 0, line.length() - 1).append('\n'); // it ends with a delimiter
            if (lines.length() > BUFFER) {
                flush(lines, copy);
            }
        }
        flush(lines, copy);
    }

    private static void flush(StringBuilder lines, CopyIn copy) throws SQLException {
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        lines.setLength(0);
    }

    private boolean run(String script) throws Exception {
        try (Connection connection = server.call()) {
            Script.run(connection, text(script));
            return true;
        }
    }

    private static void beside(Callable<Boolean> first, Callable<Boolean> second)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Boolean> done : threads.invokeAll(List.of(first, second))) {
                done.get();
            }
        }
    }

    private static String text(String file) {
        try (@Nullable InputStream in = Tpch.class.getResourceAsStream("tpch/" + file)) {
            if (in == null) {
                throw new IllegalStateException("tpch/" + file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
