// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.Tablespace;
import dev.tickbird.server.Binaries;
import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.Script;
import dev.tickbird.server.ServerOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a twin stands on: a server, its tablespaces, and an empty database of the source's name, encoding and order.
final class Foundation {

    private static final int SESSIONS = 40;
    private static final int FEWEST_LOCKS = 256;

    private final Source source;

    Foundation(Source source) {
        this.source = source;
    }

    /// With room in its lock table for a transaction that touches everything twice over.
    EmbeddedServer start(Binaries binaries) {
        int relations = source.all(Table.class).size() + source.all(Index.class).size();
        return EmbeddedServer.start(ServerOptions.of(binaries)
                .withSetting("autovacuum", "off")
                .withSetting("max_connections", String.valueOf(SESSIONS))
                .withSetting(
                        "max_locks_per_transaction", String.valueOf(Math.max(FEWEST_LOCKS, 2 * relations / SESSIONS)))
                .withSetting("checkpoint_timeout", "1d")
                .withSetting("max_wal_size", "2GB")
                .withSetting("logging_collector", "off"));
    }

    void lay(EmbeddedServer server, String database) throws SQLException {
        String neighbour = database.equals("postgres") ? "template1" : "postgres";
        try (Connection connection = TwinConnection.building(server, neighbour, source.twinMajor())) {
            for (Tablespace it : source.all(Tablespace.class)) {
                if (!it.name().startsWith("pg_")) { // in the data folder, wherever it is in the source
                    @Nullable
                    String refusal = run(
                            connection,
                            Sql.format("create tablespace %I location ''%s", it.name(), Clauses.with(it.options())));
                    noteRefusal("tablespace " + it.name(), refusal);
                }
            }
            if (database.equals("postgres") || database.equals("template1")) {
                run(connection, Sql.format("alter database %I is_template false", database));
                run(connection, Sql.format("drop database %I", database));
            }
            create(connection, database);
        }
    }

    private void create(Connection connection, String name) throws SQLException {
        Optional<Database> original = source.all(Database.class).stream()
                .filter(it -> it.name().equals(source.server().database()))
                .findFirst();
        Sql plain = Sql.format("create database %I template template0", name);
        List<Sql> ways = new ArrayList<>();
        original.ifPresent(it -> ways.add(Sql.format("%s %s", plain, order(it))));
        original.filter(it -> !it.collation().equals("C"))
                .ifPresent(
                        _ -> ways.add(Sql.format("%s encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'", plain)));
        ways.add(plain);
        @Nullable String first = null;
        for (Sql way : ways) {
            @Nullable String refusal = run(connection, way);
            if (refusal == null) {
                noteRefusal("database " + name, first);
                return;
            }
            first = first == null ? refusal : first;
        }
        throw new SQLException("could not create the twin's database: " + first);
    }

    private String order(Database it) {
        String text = Sql.format(
                        "encoding %L lc_collate %L lc_ctype %L", it.encoding(), it.collation(), it.characterType())
                .text();
        if (source.twinMajor() < 15 || it.provider().equals("libc") || it.locale() == null) {
            return text;
        }
        String locale = it.provider().equals("icu") ? "icu_locale" : "builtin_locale";
        return text + " locale_provider " + it.provider() + " " + locale + Sql.format(" %L", it.locale());
    }

    private void noteRefusal(String subject, @Nullable String refusal) {
        if (refusal != null) {
            source.gap(TwinGap.of(subject, refusal));
        }
    }

    /// Why not; null if it was done.
    private static @Nullable String run(Connection connection, Sql sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql.text());
            return null;
        } catch (SQLException e) {
            if (connection.isClosed()) {
                throw e;
            }
            return Script.message(e);
        }
    }

    /// Who owns what has been laid.
    List<Piece> owners(String database) {
        List<Piece> pieces = new ArrayList<>();
        for (Tablespace it : source.all(Tablespace.class)) {
            if (!it.name().startsWith("pg_")) {
                pieces.add(Piece.of(
                        "tablespace " + it.name(),
                        Sql.format("alter tablespace %I owner to %I", it.name(), it.owner())));
            }
        }
        source.all(Database.class).stream()
                .filter(it -> it.name().equals(source.server().database()))
                .forEach(it -> pieces.add(Piece.of(
                        "database " + it.name(),
                        Sql.format("alter database %I owner to %I", database, it.owner()),
                        Sql.format(
                                "alter database %I connection limit %s",
                                database, Math.max(-1, it.connectionLimit())))));
        return pieces;
    }
}
