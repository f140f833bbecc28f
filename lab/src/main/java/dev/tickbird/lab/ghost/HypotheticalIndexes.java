// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.schema.Table;
import dev.tickbird.observe.Notation;
import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Indexes on ghosts: built while their table seems to have no file, then made as long and as high as they would be.
///
/// Build all candidates once, and hide them; then show those that are to be tried: see [#setVisible].
public final class HypotheticalIndexes {

    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\w$]+)";
    private static final Pattern DEFINITION = Pattern.compile(
            "(?is)^\\s*create\\s+(unique\\s+)?index\\s+(concurrently\\s+)?(?:(?:if\\s+not\\s+exists\\s+)?" + NAME
                    + "\\s+)??on\\s+(?:only\\s+)?(" + NAME + "(?:\\s*\\.\\s*" + NAME + ")?)");
    private static final Pattern ROWS = Pattern.compile("\"Plan Rows\": (\\d+)");

    private final Snapshot snapshot;
    private final EmbeddedServer server;
    private final String database;

    HypotheticalIndexes(Snapshot snapshot, EmbeddedServer server, String database) {
        this.snapshot = snapshot;
        this.server = server;
        this.database = database;
    }

    /// Creates an index, on every partition if its table has some, and returns what came into being.
    ///
    /// @param definition `create index …`; `concurrently` is passed over, for nobody waits here
    /// @throws TickbirdException if the server refuses it, in its words
    public List<HypotheticalIndex> create(String definition) {
        Matcher matcher = DEFINITION.matcher(definition);
        if (!matcher.find()) {
            throw TickbirdException.usage("\"" + definition + "\" does not create an index", null);
        }
        String sql = matcher.group(2) == null
                ? definition
                : definition.substring(0, matcher.start(2)) + definition.substring(matcher.end(2));
        String table = matcher.group(3);
        try {
            return made((connection, files, path) -> create(connection, files, table, path, sql));
        } catch (SQLException e) {
            throw TickbirdException.usage("could not create a hypothetical index: " + Script.refusal(e), null);
        }
    }

    /// Makes the indexes that the database has and the source has not, for somebody created them before the ghost
    /// appeared, as long and as high as they would be.
    ///
    /// @param known the indexes of the source
    public void complete(Collection<QualifiedName> known) {
        try {
            made((connection, _, _) -> strangers(connection, known));
        } catch (SQLException e) {
            throw TickbirdException.target("could not complete an index: " + Script.refusal(e), null, e);
        }
    }

    /// Which indexes are to be made as large as they would be.
    private interface Choice {

        /// @param path along which the user's names are looked for
        /// @return their OIDs
        List<Long> of(Connection connection, RelationFiles files, String path) throws SQLException, IOException;
    }

    private List<HypotheticalIndex> made(Choice choice) throws SQLException {
        try (Connection connection = Ghost.connect(server, database)) {
            SourceSession.restore(connection); // a predicate may hold a moment
            connection.setAutoCommit(false);
            String path = GhostSql.one(connection, Sql.format("select current_setting('search_path')"));
            GhostSql.run(connection, "prepare");
            RelationFiles files = RelationFiles.of(connection, server.dataFolder());
            try {
                List<Long> chosen = choice.of(connection, files, path);
                Script.run(connection, Notation.SET);
                Body body = Body.of(connection, snapshot);
                List<HypotheticalIndex> made = new ArrayList<>();
                for (long oid : chosen) {
                    made.add(filled(connection, files, body, Candidate.of(connection, oid)));
                }
                connection.commit();
                return made;
            } catch (SQLException | IOException | RuntimeException e) {
                files.delete();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not make an index as large as it would be", e);
        }
    }

    private static List<Long> strangers(Connection connection, Collection<QualifiedName> known) throws SQLException {
        List<Long> strangers = new ArrayList<>();
        try (PreparedStatement ask = connection.prepareStatement(GhostSql.text("strangers"))) {
            ask.setArray(
                    1,
                    connection.createArrayOf(
                            "text", known.stream().map(QualifiedName::toString).toArray()));
            try (ResultSet row = ask.executeQuery()) {
                while (row.next()) {
                    strangers.add(row.getLong(1));
                }
            }
        }
        return strangers;
    }

    private static List<Long> create(Connection connection, RelationFiles files, String table, String path, String sql)
            throws SQLException, IOException {
        List<Long> created = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute(Sql.format("select set_config('search_path', %L, true)", path)
                    .text());
            shortened(connection, files, table);
            statement.execute(sql);
            statement.execute("set local search_path = pg_catalog");
            statement.execute(GhostSql.text("lengthen"));
            try (ResultSet row = statement.executeQuery(GhostSql.text("created"))) {
                while (row.next()) {
                    created.add(row.getLong(1));
                }
            }
        }
        return created;
    }

    /// Gives the table and its partitions one file without a block, and keeps in `shape` what they had.
    private static void shortened(Connection connection, RelationFiles files, String table)
            throws SQLException, IOException {
        try (PreparedStatement keep = connection.prepareStatement(GhostSql.text("shorten"))) {
            keep.setString(1, table);
            keep.execute();
        }
        String file = GhostSql.one(connection, Sql.format("select min(pg_relation_filepath(oid)) from pg_temp.shape"));
        long empty = files.make(file, 0, List.of(), false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(Sql.format(
                            "update pg_catalog.pg_class set relfilenode = %s"
                                    + " where oid in (select shape.oid from pg_temp.shape)",
                            empty)
                    .text());
        }
    }

    private HypotheticalIndex filled(Connection connection, RelationFiles files, Body body, Candidate index)
            throws SQLException, IOException {
        String condition = index.predicate() == null ? "" : " where " + index.predicate();
        String rows = "select from only " + index.relationName() + condition;
        long held = planned(connection, rows);
        boolean counted = index.method().equals("btree") && index.deduplicated();
        long distinct = counted ? planned(connection, rows + " group by " + String.join(", ", index.keys())) : held;
        IndexSize size = IndexSize.of(index, (double) held, (double) distinct);
        Map<Long, List<byte[]>> entries = new Ends(connection, body, snapshot)
                .entries(List.of(index.asIndex(source(body, index.relation()))), (type, reason) -> {});
        List<Page> pages = pages(index, size, entries.getOrDefault(index.oid(), List.of()));
        long number = files.make(index.path(), size.pages(), pages, false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(Sql.format(
                            "update pg_catalog.pg_class set relfilenode = %s, relpages = %s, reltuples = %s"
                                    + " where oid = %s",
                            number, size.pages(), held, index.oid())
                    .text());
        }
        return new HypotheticalIndex(index.oid(), index.name(), index.method(), held, size.pages(), size.height());
    }

    private static List<Page> pages(Candidate index, IndexSize size, List<byte[]> entries) {
        return switch (index.method()) {
            case "btree" -> FirstPages.btree(size.height(), entries);
            case "gin" -> FirstPages.gin(new FirstPages.GinCounters(0, 0, 0, 0, 0));
            case "brin" ->
                FirstPages.brin(
                        index.pagesPerRange(), IndexSize.lastRevmapPage(index.tablePages(), index.pagesPerRange()));
            case "spgist" -> FirstPages.spgist();
            default -> List.of();
        };
    }

    private long source(Body body, long relation) {
        return snapshot.all(Table.class).stream()
                .map(Table::oid)
                .filter(oid -> body.of(oid).map(Body.Part::oid).equals(Optional.of(relation)))
                .findFirst()
                .orElse(0L);
    }

    /// Hides indexes from the planner, or shows those again that were hidden: to this connection at once, and to all
    /// others once its transaction is committed. An index that the source cannot use either must not be shown.
    public static void setVisible(Connection connection, Collection<Long> indexes, boolean visible)
            throws SQLException {
        if (indexes.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement();
                PreparedStatement set = connection.prepareStatement(GhostSql.text("visible"))) {
            statement.execute("set local allow_system_table_mods = on");
            set.setBoolean(1, visible);
            set.setArray(2, connection.createArrayOf("oid", indexes.toArray()));
            set.execute();
        }
    }

    private static long planned(Connection connection, String query) throws SQLException {
        Matcher rows = ROWS.matcher(GhostSql.one(connection, Sql.format("explain (format json) %s", query)));
        return rows.find() ? Long.parseLong(rows.group(1)) : 0;
    }
}
