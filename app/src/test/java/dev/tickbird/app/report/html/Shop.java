// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Gap;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.IndexStatistics;
import dev.tickbird.model.statistics.RelationSize;
import dev.tickbird.model.statistics.TableStatistics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Builds the snapshot of an invented database, table by table.
public final class Shop {

    public static final Instant NOW = Instant.parse("2026-11-21T08:14:00Z");

    private final List<Table> tables = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private final List<ForeignKey> keys = new ArrayList<>();
    private final List<RelationSize> sizes = new ArrayList<>();
    private final List<TableStatistics> counted = new ArrayList<>();
    private final List<IndexStatistics> uses = new ArrayList<>();
    private final List<Session> sessions = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final Map<String, Long> oids = new LinkedHashMap<>();
    private String database = "shop";
    private long next = 16_384;

    public Shop database(String name) {
        database = name;
        return this;
    }

    public Shop table(String schema, String name, long rows, long dead, long megabytes) {
        return table(schema, name, null, rows, dead, megabytes);
    }

    public Shop partition(String parent, String name, long rows, long megabytes) {
        return table("public", name, oids.get(parent), rows, 0, megabytes);
    }

    private Shop table(String schema, String name, @Nullable Long parent, long rows, long dead, long megabytes) {
        long oid = next++;
        long toast = next++;
        oids.putIfAbsent(name, oid);
        tables.add(new Table(
                oid,
                schema,
                name,
                megabytes < 0 ? Table.Kind.PARTITIONED : Table.Kind.ORDINARY,
                Table.Persistence.PERMANENT,
                "shop_owner",
                parent,
                parent != null,
                false,
                false,
                Table.ReplicaIdentity.DEFAULT,
                rows,
                megabytes * 128,
                megabytes * 100,
                1_000_000L,
                1_000L,
                toast,
                "heap",
                null,
                List.of(),
                List.of(),
                null,
                null,
                true,
                null));
        if (megabytes >= 0) {
            size(oid, megabytes << 20);
            size(toast, name.endsWith("s") ? megabytes << 17 : 8192);
            counted.add(statistics(oid, rows, dead));
        }
        return this;
    }

    private static TableStatistics statistics(long oid, long rows, long dead) {
        return new TableStatistics(
                oid,
                rows % 977,
                rows * 3,
                rows % 9_973 * 1_000,
                rows,
                rows,
                rows / 3,
                dead,
                10,
                null,
                rows,
                dead,
                dead,
                rows / 10,
                null,
                NOW.minus(Duration.ofHours(3)),
                null,
                NOW.minus(Duration.ofHours(3)),
                0,
                12,
                0,
                14);
    }

    private void size(long oid, long bytes) {
        sizes.add(new RelationSize(oid, bytes / 8192, bytes));
    }

    public Shop index(String table, String name, String columns, boolean unique, long megabytes, long scans) {
        long oid = next++;
        List<String> names = List.of(columns.split(","));
        indexes.add(new Index(
                oid,
                "public",
                name,
                oids.get(table),
                null,
                "btree",
                names,
                List.of(),
                List.of(),
                List.of(),
                names.stream().map(it -> false).toList(),
                names.stream().map(it -> false).toList(),
                null,
                null,
                unique,
                false,
                unique,
                false,
                true,
                unique ? name : null,
                false,
                true,
                true,
                true,
                false,
                false,
                1_000,
                10,
                null,
                List.of(),
                "CREATE INDEX " + name + " ON " + table + " USING btree (" + columns + ")"));
        size(oid, megabytes << 20);
        uses.add(new IndexStatistics(oid, oids.get(table), scans, scans * 3, scans * 2, null));
        return this;
    }

    public Shop key(String table, String column, String referenced) {
        keys.add(new ForeignKey(
                next++,
                table + "_" + column + "_fkey",
                oids.get(table),
                List.of(column),
                oids.get(referenced),
                List.of("id"),
                0, // no drawing looks at the referenced index
                null,
                "no action",
                "no action",
                "simple",
                false,
                true,
                true,
                "FOREIGN KEY (" + column + ") REFERENCES " + referenced + "(id)"));
        return this;
    }

    public Shop session(int pid, String application, String state, int seconds, String query, Integer... blockedBy) {
        Instant since = NOW.minusSeconds(seconds);
        sessions.add(new Session(
                pid,
                database,
                "shop_app",
                application,
                "10.0.3.17",
                "client backend",
                since,
                since,
                since,
                since,
                state,
                "Lock",
                "transactionid",
                100L,
                100L,
                4711L,
                query,
                List.of(blockedBy)));
        return this;
    }

    public Shop gap(Class<? extends Fact> fact, Gap.Extent extent, String reason, @Nullable String hint) {
        gaps.add(new Gap(fact, extent, reason, hint));
        return this;
    }

    public Snapshot snapshot() {
        Map<Class<? extends Fact>, List<? extends Fact>> facts = new LinkedHashMap<>();
        facts.put(Server.class, List.of(server()));
        facts.put(Table.class, tables);
        facts.put(Index.class, indexes);
        facts.put(ForeignKey.class, keys);
        facts.put(RelationSize.class, sizes);
        facts.put(TableStatistics.class, counted);
        facts.put(IndexStatistics.class, uses);
        facts.put(Session.class, sessions);
        gaps.stream().filter(gap -> gap.extent() == Gap.Extent.NOTHING_SEEN).forEach(gap -> facts.remove(gap.fact()));
        return new Snapshot(NOW, facts, gaps);
    }

    private Server server() {
        return new Server(
                150_018,
                "15.18 (Debian 15.18-0+deb12u1)",
                database,
                "tickbird",
                false,
                true,
                false,
                NOW,
                NOW.minus(Duration.ofDays(131)),
                NOW.minus(Duration.ofDays(61)),
                "10.0.3.5",
                5432,
                4242,
                8192,
                null);
    }
}
