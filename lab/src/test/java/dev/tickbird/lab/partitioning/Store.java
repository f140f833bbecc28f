// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.partitioning;

import dev.tickbird.lab.plans.PlanTree;
import dev.tickbird.lab.whatif.WhatIf;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.schema.Partition;
import dev.tickbird.model.schema.PartitionedTable;
import dev.tickbird.model.schema.Table;
import dev.tickbird.server.Script;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// A store's database, which can also be partitioned in earnest.
final class Store implements AutoCloseable {

    private static final String SCHEMA = """
            set synchronous_commit = on; -- only what is on disk is visible to all
            create table customer (id integer primary key, city text);
            create table orders (
                id bigint generated always as identity primary key,
                customer_id integer not null references customer,
                state text not null check (state <> ''),
                placed date not null,
                paid timestamptz,
                amount numeric(10, 2));
            create index orders_placed on orders (placed);
            create index orders_customer on orders (customer_id);
            create unique index orders_once on orders (customer_id, placed, id);
            create index orders_day on orders (round(amount)) where state <> 'sent';
            create table line (order_id bigint references orders, number integer, primary key (order_id, number));
            create statistics orders_state (ndistinct, mcv) on customer_id, state from orders;
            comment on index orders_pkey is 'of all orders';
            insert into customer select g, 'city ' || g % 20 from generate_series(1, 5000) as g;
            insert into orders (customer_id, state, placed, paid, amount)
            select 1 + g * 7919::bigint % 5000, case when g % 50 = 0 then 'open' when g % 3 = 0 then 'paid' else 'sent' end,
                   date '2021-01-01' + g / 80, case when g % 50 <> 0 then timestamptz '2021-01-01' + g * interval '18 min' end,
                   g % 1000 / 7.0
            from generate_series(0, 79999) as g;
            insert into line select 1 + g / 3, g % 3 from generate_series(0, 89999) as g;
            -- for these, analyze reads 90,000 rows of a table, which is all, and so the same ones each time
            alter table orders alter column amount set statistics 300;
            alter table line alter column number set statistics 300;
            vacuum analyze;
            checkpoint; -- where first pages of indexes are read
            """;

    static final List<String> QUERIES = List.of(
            "select * from orders where placed = '2022-03-04'",
            "select * from orders where placed >= '2022-03-04' and placed < '2022-05-06'",
            "select count(*) from orders where placed >= '2023-06-01'",
            "select sum(amount) from orders where placed between '2022-01-01' and '2022-12-31' group by state",
            "select * from orders where placed > '2030-01-01'",
            "select * from orders where id = 4711",
            "select * from orders where id between 4711 and 5711",
            "select * from orders where customer_id = 7",
            "select * from orders where customer_id = 7 and placed = '2022-03-04'",
            "select * from orders where customer_id = 7 and state = 'open'",
            "select * from orders where state = 'open'",
            "select * from orders where state = 'open' and round(amount) = 5",
            "select state, count(*) from orders group by state",
            "select * from orders order by placed desc limit 10",
            "select * from orders where paid is null",
            "select * from orders where paid > '2023-05-01'",
            "select c.city, count(*) from customer as c join orders as o on o.customer_id = c.id"
                    + " where o.placed >= '2023-01-01' group by c.city",
            "select * from line as l join orders as o on o.id = l.order_id where o.placed = '2021-02-03'",
            "select * from customer as c join orders as o on o.customer_id = c.id where c.id = 99",
            "update orders set state = 'paid' where placed = '2022-03-04' and customer_id = 5");

    /// All rows into a partitioned table of the same name.
    private static final String MOVE = """
            set synchronous_commit = on;
            insert into orders overriding system value select * from orders_before order by id;
            create index orders_placed on orders (placed);
            create index orders_customer on orders (customer_id);
            create index orders_day on orders (round(amount)) where state <> 'sent';
            drop table orders_before cascade;
            vacuum analyze;
            """;

    private final TestDatabase database;

    private Store(TestDatabase database) {
        this.database = database;
    }

    static Store on(int major) throws SQLException {
        Store store = new Store(TestDatabase.on(Servers.shared(major)));
        store.run(SCHEMA);
        return store;
    }

    Snapshot snapshot() throws SQLException {
        return database.snapshot(WhatIf.facts());
    }

    Connection connect() {
        return database.connect();
    }

    void run(String script) throws SQLException {
        try (Connection connection = connect()) {
            Script.run(connection, script);
        }
    }

    /// Divides the orders as a snapshot tells.
    void divide(Snapshot divided) throws SQLException {
        PartitionedTable how = divided.all(PartitionedTable.class).getFirst();
        StringBuilder script = new StringBuilder("drop index orders_placed, orders_customer, orders_once, orders_day;"
                + "alter table orders rename to orders_before;");
        script.append(Sql.format(
                "create table orders (like orders_before including all excluding indexes excluding statistics)"
                        + " partition by %s;",
                how.key()));
        List<Table> tables = divided.all(Table.class);
        for (Partition partition : divided.all(Partition.class)) {
            Table table = tables.stream()
                    .filter(each -> each.oid() == partition.relation())
                    .findFirst()
                    .orElseThrow();
            script.append(Sql.format(
                    "create table %I partition of orders %s;alter table %I add primary key (id);",
                    table.qualifiedName(), partition.bound(), table.qualifiedName()));
        }
        if (how.columns().equals(List.of("placed")) || how.columns().equals(List.of("customer_id"))) {
            script.append("create unique index orders_once on orders (customer_id, placed, id);");
        }
        run(script + MOVE);
    }

    PlanTree plan(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("explain (format json) " + query)) {
            row.next();
            return PlanTree.parse(row.getString(1));
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
