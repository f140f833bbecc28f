// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tickbird.lab.ghost.Ghost;
import dev.tickbird.lab.twin.Face;
import dev.tickbird.lab.twin.Twin;
import dev.tickbird.lab.twin.TwinOptions;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.server.Binaries;
import dev.tickbird.server.Script;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A planner plans again exactly what is concerned.
class PlannerTest {

    private static final String SCHEMA = """
            create table orders (id integer primary key, customer integer, state text);
            create table aside (id integer primary key, note text);
            create view busy as select * from orders where state <> 'sent';
            create function orders_of(integer) returns setof orders language sql stable
                as 'select * from orders where customer = $1';
            create function first_aside() returns integer language plpgsql stable
                as $$ begin return (select min(id) from aside); end $$;
            create table part (id integer, at date) partition by range (at);
            create table part_1 partition of part for values from ('2024-01-01') to ('2024-07-01');
            create table part_2 partition of part for values from ('2024-07-01') to ('2025-01-01');
            create table ancestor (id integer, v integer);
            create table heir () inherits (ancestor);
            create table member (name text, customer integer);
            create table guarded (id integer, customer integer);
            alter table guarded enable row level security;
            create policy own on guarded using (exists (
                select from member where member.name = current_user and member.customer = guarded.customer));
            grant select on guarded, member to public;
            insert into orders select g, g % 500, case when g % 50 = 0 then 'open' else 'sent' end
            from generate_series(1, 20000) as g;
            insert into aside select g, 'note ' || g from generate_series(1, 2000) as g;
            insert into part select g, date '2024-01-01' + g % 366 from generate_series(1, 10000) as g;
            insert into heir select g, g from generate_series(1, 5000) as g;
            insert into member select 'm' || g, g from generate_series(1, 3000) as g;
            insert into guarded select g, g % 3000 from generate_series(1, 20000) as g;
            vacuum analyze;
            """;

    static Stream<Integer> majors() {
        return Stream.of(Servers.majors().getFirst(), Servers.majors().getLast())
                .distinct();
    }

    record Setup(TestDatabase source, Snapshot snapshot, Twin twin, Planner planner) implements AutoCloseable {
        static Setup of(TestDatabase source) throws SQLException {
            Snapshot snapshot = source.snapshot(WhatIf.facts());
            Twin twin = Twin.build(snapshot, TwinOptions.of(Face.GHOST));
            return new Setup(source, snapshot, twin, Planner.on(twin, snapshot, _ -> {}));
        }

        static Setup of(int major) throws SQLException {
            TestDatabase source = TestDatabase.on(Servers.shared(major));
            try (Connection connection = source.connect()) {
                Script.run(connection, SCHEMA);
            }
            return of(source);
        }

        /// How many plans had to be made.
        long made(Circumstances circumstances, Form... forms) {
            long before = planner.made();
            assertThat(planner.plan(List.of(forms), circumstances)).hasSize(forms.length);
            return planner.made() - before;
        }

        @Override
        public void close() throws SQLException {
            planner.close();
            twin.close();
            source.close();
        }
    }

    static Form form(String sql) {
        return new Form(sql, sql, false, List.of());
    }

    private static Circumstances with(String index) {
        return Circumstances.AS_IS.withIndex("create index on " + index);
    }

    @ParameterizedTest
    @MethodSource("majors")
    void plansAgainWhatTouchesAChangedTable(int major) throws SQLException {
        try (Setup setup = Setup.of(major)) {
            assertConcerned(setup, "select * from orders where customer = 7", "orders (customer)");
            assertConcerned(setup, "select * from busy where customer = 7", "orders (customer)");
            assertConcerned(setup, "select * from orders_of(7)", "orders (customer)");
            assertConcerned(setup, "select 1 where exists (select from orders where id = 8)", "orders (customer)");
            assertConcerned(setup, "delete from orders where customer = 7", "orders (customer)");
            assertConcerned(setup, "select * from ancestor where v = 7", "heir (v)");
            assertConcerned(setup, "select * from part where at = '2024-02-01' and id = 7", "part_1 (id)");
            assertConcerned(setup, "select * from part where id = 7", "part (id)");
            long behind = setup.planner().made();
            Form lookup = form("select * from orders where id > first_aside()");
            assertThat(setup.made(Circumstances.AS_IS, lookup)).isOne();
            assertThat(setup.made(with("aside (note)"), lookup)).isOne(); // it was run to estimate
            Form pruned = form("select * from part where at = '2024-02-01' and id = 7");
            assertThat(setup.made(with("part_2 (id)"), pruned)).isZero();
            Form catalog = form("select count(*) from pg_class");
            assertThat(setup.made(Circumstances.AS_IS, catalog)).isOne();
            assertThat(setup.made(with("member (name)"), catalog)).isOne(); // whatever is, stands there
            Form missing = form("select * from nowhere");
            assertThat(setup.made(Circumstances.AS_IS, missing, missing)).isOne();
            assertThat(setup.planner().made() - behind).isEqualTo(5);
        }
    }

    /// An index elsewhere changes nothing, one on the table does, and going back costs nothing.
    private static void assertConcerned(Setup setup, String sql, String index) {
        Form form = form(sql);
        Circumstances otherwise = with(index);
        assertThat(setup.made(Circumstances.AS_IS, form)).as(sql).isLessThanOrEqualTo(1);
        assertThat(setup.made(with("aside (note)"), form)).as(sql).isZero();
        assertThat(setup.made(otherwise, form)).as(sql).isOne();
        assertThat(setup.made(Circumstances.AS_IS, form)).as(sql).isZero();
        assertThat(setup.made(otherwise, form)).as(sql).isZero();
        assertThat(setup.made(otherwise.withIndex("create index on aside (note)"), form))
                .as(sql)
                .isZero();
        assertThat(setup.planner().concerned(List.of(form), otherwise)).containsExactly(form);
        assertThat(setup.planner().concerned(List.of(form), with("aside (note)")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void knowsWhatPoliciesSettingsAndSizesChange(int major) throws SQLException {
        try (Setup setup = Setup.of(major)) {
            Form guarded = form("select * from guarded where id = 7");
            Circumstances reader = Circumstances.AS_IS.withSetting("role", "pg_monitor");
            assertThat(setup.made(Circumstances.AS_IS, guarded)).isOne();
            assertThat(setup.made(with("member (name)"), guarded)).isZero(); // a superuser has no policy
            assertThat(setup.made(reader, guarded)).isOne();
            assertThat(setup.made(reader.withIndex("create index on member (name)"), guarded))
                    .isOne();
            assertThat(setup.made(reader, guarded)).isZero();
            assertThat(setup.made(Circumstances.AS_IS, guarded)).isZero();
            assertThatThrownBy(() -> setup.made(Circumstances.AS_IS.withSetting("work_mem", "x"), guarded))
                    .isInstanceOf(TickbirdException.class);
            assertThatThrownBy(() ->
                            setup.made(Circumstances.AS_IS.withoutIndex(new QualifiedName("public", "no")), guarded))
                    .hasMessage("the twin lacks index public.no");

            Form order = form("select * from orders where id = 7");
            Form aside = form("select * from aside");
            setup.planner().plan(List.of(order, aside), Circumstances.AS_IS);
            Circumstances without = Circumstances.AS_IS.withoutIndex(new QualifiedName("public", "orders_pkey"));
            assertThat(setup.made(without, order, aside)).isOne();
            assertThat(((Reply.Success) setup.planner()
                                    .plan(List.of(order), without)
                                    .getFirst())
                            .plan()
                            .json())
                    .contains("Seq Scan");
            assertThat(setup.made(Circumstances.AS_IS, order, aside)).isZero();

            Ghost grown = Ghost.of(setup.snapshot()).grow(new QualifiedName("public", "orders"), 10);
            grown.appearIn(setup.twin().server(), setup.twin().database());
            try (Connection connection = setup.twin().connect()) {
                setup.planner().forget(TwinIndexes.oids(connection, grown.changed()));
            }
            assertThat(setup.made(Circumstances.AS_IS, order, aside)).isOne();
        }
    }

    @ParameterizedTest
    @MethodSource("majors")
    void aTriedUniqueIndexOfAPartitionedTableProvesNothingElsewhere(int major) throws SQLException {
        try (Setup setup = Setup.of(major)) {
            Form join = form("select orders.id from orders left join part on part.id = orders.id and part.at = now()");
            List<Reply> before = setup.planner().plan(List.of(join), Circumstances.AS_IS);
            Circumstances unique = Circumstances.AS_IS.withIndex("create unique index on part (id, at)");
            setup.planner().plan(List.of(join), unique);
            setup.planner().forgetAll();
            assertThat(json(setup.planner().plan(List.of(join), Circumstances.AS_IS)))
                    .isEqualTo(json(before));
        }
    }

    @ParameterizedTest
    @MethodSource("majors")
    void aQuestionPlansAgainOnlyWhatItsChangeTouches(int major) {
        List<Query> queries = List.of(
                new Query("orders", "select * from orders where customer_id = 7"),
                new Query("customers", "select * from customer where city = 'city 7'"),
                new Query("shelves", "select * from store.shelf where id = $1"));
        try (WhatIf question = WhatIf.on(Shop.snapshot(major), Binaries.of(major), Shop.LIMIT, _ -> {})) {
            Answer answer = question.ask(queries, Changes.NONE.withIndex("create index on customer (city)"));
            long forms = answer.queries().size();
            assertThat(forms).isGreaterThan(3);
            assertThat(question.planner().asked()).isEqualTo(2 * forms);
            assertThat(question.planner().made()).isEqualTo(forms + 1);
        }
    }

    static List<String> json(List<Reply> replies) {
        return replies.stream()
                .map(reply -> switch (reply) {
                    case Reply.Success(Plan plan) -> plan.json();
                    case Reply.Refusal(String reason) -> reason;
                })
                .toList();
    }
}
