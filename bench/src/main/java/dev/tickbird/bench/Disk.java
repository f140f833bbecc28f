// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import dev.tickbird.model.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// What a server really takes of the disk. Sparse files are longer than that.
///
/// @param database the blocks of one database's files, without those of its catalogs
/// @param server the blocks of all files of the server, its log of changes included
/// @param apparent how long the files of the database are
record Disk(long database, long server, long apparent) {

    private static final int GOAL_MEGABYTES = 100;
    private static final int MEGABYTE = 1 << 20;

    static Disk of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select current_setting('data_directory') as folder, database.oid as database,
                            pg_catalog.pg_database_size(database.oid) as apparent,
                            (select sum(pg_catalog.pg_total_relation_size(catalog.oid)) from pg_catalog.pg_class as catalog
                             where catalog.relnamespace = 'pg_catalog'::regnamespace and catalog.relkind = 'r') as catalogs
                        from pg_catalog.pg_database as database
                        where database.datname = current_database()""")) {
            row.next();
            Path folder = Path.of(row.getString("folder"));
            long database = blocks(folder.resolve("base").resolve(row.getString("database")));
            return new Disk(Math.max(0, database - row.getLong("catalogs")), blocks(folder), row.getLong("apparent"));
        }
    }

    /// How long ago the server took its first connections.
    static double secondsSinceStart(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select extract(epoch from pg_catalog.clock_timestamp() - pg_catalog.pg_postmaster_start_time())")) {
            row.next();
            return row.getDouble(1);
        }
    }

    Figure figure(String what) {
        return Figure.atMost(what + "disk beside catalogs", (double) database / MEGABYTE, GOAL_MEGABYTES, "%.0f MB")
                .with(", the whole server " + new Bytes(server) + ", its files " + new Bytes(apparent) + " long");
    }

    private static long blocks(Path folder) {
        try {
            Process process = new ProcessBuilder("du", "-s", "-k", folder.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD) // files come and go while it looks
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Long.parseLong(output.split("\\s")[0]) * 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
