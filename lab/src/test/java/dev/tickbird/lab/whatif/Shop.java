// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.model.Snapshot;
import dev.tickbird.server.Binaries;
import dev.tickbird.server.Script;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A shop's database on each major, made at first use.
final class Shop {

    private static final String SCRIPT = """
            create table customer (id integer primary key, city text);
            create table orders (id integer primary key, customer_id integer, state text, placed date);
            create index orders_placed on orders (placed);
            create table part (id integer, at date) partition by range (at);
            create table part_1 partition of part for values from ('2024-01-01') to ('2024-07-01');
            create table part_2 partition of part for values from ('2024-07-01') to ('2025-01-01');
            create index part_id on part (id);
            create schema store;
            create table store.shelf (id integer, label text);
            insert into store.shelf select g, 'shelf ' || g from generate_series(1, 3000) as g;
            insert into customer select g, 'city ' || g % 20 from generate_series(1, 5000) as g;
            insert into orders
            select g, g % 5000, case when g % 50 = 0 then 'open' when g % 2 = 0 then 'paid' else 'sent' end,
                   date '2020-01-01' + g % 1500
            from generate_series(1, 60000) as g;
            insert into part select g, date '2024-01-01' + g % 366 from generate_series(1, 20000) as g;
            vacuum analyze;
            """;

    static final Duration LIMIT = Duration.ofMinutes(2);

    private static final Map<Integer, TestDatabase> SOURCES = new ConcurrentHashMap<>();
    private static final Map<Integer, Snapshot> SNAPSHOTS = new ConcurrentHashMap<>();

    private Shop() {}

    static void drop() throws SQLException {
        for (TestDatabase source : SOURCES.values()) {
            source.close();
        }
        SOURCES.clear();
        SNAPSHOTS.clear();
    }

    static TestDatabase source(int major) {
        return SOURCES.computeIfAbsent(major, it -> {
            try {
                TestDatabase database = TestDatabase.on(Servers.shared(it));
                try (Connection connection = database.connect()) {
                    Script.run(connection, SCRIPT);
                }
                return database;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    static Snapshot snapshot(int major) {
        return SNAPSHOTS.computeIfAbsent(major, it -> {
            try {
                return source(it).snapshot(WhatIf.facts());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    static Answer ask(int major, Changes changes, Query... queries) {
        try (WhatIf question = WhatIf.on(snapshot(major), Binaries.of(major), LIMIT, _ -> {})) {
            return question.ask(List.of(queries), changes);
        }
    }
}
