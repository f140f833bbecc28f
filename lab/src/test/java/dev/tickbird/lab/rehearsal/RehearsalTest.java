// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.comparison.Difference;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.testkit.Servers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// What a script does is seen: its locks, rewrites, scans, and what it changes.
@ParameterizedClass(name = "PostgreSQL {0}")
@MethodSource("majors")
class RehearsalTest {

    private static final QualifiedName CUSTOMER = new QualifiedName("public", "customer");
    private static final QualifiedName ORDERS = new QualifiedName("public", "orders");

    private static final String SCHEMA = """
            create table customer (id int primary key, name text, email text);
            create table orders (id int primary key, customer_id int, total int);
            alter table orders add constraint orders_total_check check (total > 0) not valid;
            create index orders_total on orders (total);
            create table "Odd ""Name" (id int primary key, "select" text);
            """;

    private final int major;
    private TestStage stage;

    RehearsalTest(int major) {
        this.major = major;
    }

    static List<Integer> majors() {
        return Servers.majors();
    }

    @BeforeEach
    void makeStage() throws SQLException {
        stage = TestStage.with(major, SCHEMA);
    }

    @AfterEach
    void dropStage() throws SQLException {
        stage.close();
    }

    @Test
    void seesARewriteUnderALock() throws SQLException {
        Rehearsed.CarriedOut done = carriedOut(
                "alter table orders alter column id type bigint", "alter table orders alter column id type int");
        Observed only = done.cure().getFirst();
        assertThat(only.locks()).contains(new LockTaken(ORDERS, LockMode.ACCESS_EXCLUSIVE, null));
        assertThat(only.work().rewritten()).containsExactly(ORDERS);
        assertThat(only.work().scanned()).containsExactly(ORDERS);
        assertThat(done.lasting()).isEmpty();
        assertThat(done.changes()).hasSize(1).first().isInstanceOf(Difference.Changed.class);
    }

    @Test
    void seesNoRewriteWhereThereIsNone() throws SQLException {
        Rehearsed.CarriedOut done = carriedOut(
                "alter table orders add column note text default 'none'", "alter table orders drop column note");
        assertThat(done.cure().getFirst().work()).isEqualTo(Work.NONE);
        assertThat(done.lasting()).isEmpty();
    }

    @Test
    void seesFromWhichStatementOnALockIsHeld() throws SQLException {
        Rehearsed.CarriedOut done = carriedOut("""
                begin;
                alter table customer add column since date;
                alter table orders add foreign key (customer_id) references customer;
                commit;
                """, "");
        assertThat(done.cure().get(1).locks())
                .containsExactly(new LockTaken(CUSTOMER, LockMode.ACCESS_EXCLUSIVE, null));
        assertThat(done.cure().get(2).locks())
                .filteredOn(lock -> lock.table() == null)
                .containsExactly(new LockTaken(ORDERS, LockMode.SHARE_ROW_EXCLUSIVE, null));
        assertThat(done.cure()).extracting(Observed::transaction).containsExactly(1, 1, 1, 1);
        assertThat(done.cure().get(2).work().scanned()).contains(ORDERS);
        assertThat(stage.ask("select count(*) from pg_constraint where contype = 'f'"))
                .isEqualTo("0");
    }

    @Test
    void seesScansThatValidateWithoutARewrite() throws SQLException {
        Rehearsed.CarriedOut done = carriedOut(
                "alter table orders validate constraint orders_total_check;"
                        + "alter table customer alter column email set not null",
                "");
        assertThat(done.cure().getFirst().work().scanned()).containsExactly(ORDERS);
        assertThat(done.cure().getFirst().locks())
                .contains(new LockTaken(ORDERS, LockMode.SHARE_UPDATE_EXCLUSIVE, null));
        assertThat(done.cure().getLast().work().scanned()).containsExactly(CUSTOMER);
        assertThat(done.cure()).extracting(Observed::transaction).containsExactly(1, 2);
    }

    @Test
    void seesAnIndexBuilt() throws SQLException {
        Rehearsed.CarriedOut done =
                carriedOut("create index on orders (customer_id)", "drop index orders_customer_id_idx");
        Work work = done.cure().getFirst().work();
        QualifiedName index = new QualifiedName("public", "orders_customer_id_idx");
        assertThat(work.built()).containsExactly(index);
        assertThat(work.created()).containsExactly(index);
        assertThat(work.scanned()).containsExactly(ORDERS);
        assertThat(done.cure().getFirst().locks()).containsExactly(new LockTaken(ORDERS, LockMode.SHARE, null));
        assertThat(done.lasting()).isEmpty();
        assertThat(done.undo().getFirst().work().dropped()).containsExactly(index);
    }

    @Test
    void seesWhatIsLockedOutsideOfTransactions() throws SQLException {
        Rehearsed.CarriedOut done =
                carriedOut("create index concurrently fresh on orders (customer_id)", "drop index concurrently fresh");
        Observed cure = done.cure().getFirst();
        assertThat(cure.alone()).isTrue();
        assertThat(cure.outwaits()).isTrue();
        assertThat(cure.locks()).containsExactly(new LockTaken(ORDERS, LockMode.SHARE_UPDATE_EXCLUSIVE, null));
        assertThat(cure.work().built()).containsExactly(new QualifiedName("public", "fresh"));
        assertThat(cure.work().scanned()).containsExactly(ORDERS);
        assertThat(done.undo().getFirst().locks())
                .contains(new LockTaken(ORDERS, LockMode.SHARE_UPDATE_EXCLUSIVE, null));
        assertThat(done.lasting()).isEmpty();
    }

    @Test
    void seesReindexAndVacuum() throws SQLException {
        Rehearsed.CarriedOut done =
                carriedOut("reindex index concurrently orders_total; vacuum customer; vacuum full orders;", "select 1");
        assertThat(done.cure().getFirst().work().built()).containsExactly(new QualifiedName("public", "orders_total"));
        assertThat(done.cure().getFirst().work().created()).isEmpty();
        assertThat(done.cure().get(1).locks()).contains(new LockTaken(CUSTOMER, LockMode.SHARE_UPDATE_EXCLUSIVE, null));
        assertThat(done.cure().get(1).work().scanned()).containsExactly(CUSTOMER);
        assertThat(done.cure().get(2).locks()).contains(new LockTaken(ORDERS, LockMode.ACCESS_EXCLUSIVE, null));
        assertThat(done.cure().get(2).work().rewritten()).containsExactly(ORDERS);
        assertThat(done.lasting()).isEmpty();
    }

    @Test
    void seesFullScansOfQueriesAndNoRewriteInTruncate() throws SQLException {
        Rehearsed.CarriedOut done = carriedOut("update orders set total = 2; truncate customer", "");
        assertThat(done.cure().getFirst().work().scanned()).containsExactly(ORDERS);
        assertThat(done.cure().getLast().work()).isEqualTo(Work.NONE);
        assertThat(done.cure().getLast().locks()).contains(new LockTaken(CUSTOMER, LockMode.ACCESS_EXCLUSIVE, null));
    }

    @Test
    void keepsHostileNames() throws SQLException {
        Rehearsed.CarriedOut done = carriedOut(
                "create index concurrently \"; drop table x\" on \"Odd \"\"Name\" (\"select\")",
                "drop index \"; drop table x\"");
        assertThat(done.cure().getFirst().locks())
                .containsExactly(new LockTaken(
                        new QualifiedName("public", "Odd \"Name"), LockMode.SHARE_UPDATE_EXCLUSIVE, null));
        assertThat(done.lasting()).isEmpty();
    }

    @Test
    void respectsRollbackAndSavepoints() throws SQLException {
        Rehearsed.CarriedOut done = carriedOut("""
                begin;
                savepoint a;
                drop table customer;
                rollback to savepoint a;
                create table kept (id int);
                commit;
                begin;
                drop table orders;
                rollback;
                """, "drop table kept");
        assertThat(done.changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Difference.Added.class,
                        added -> assertThat(added.name()).isEqualTo("public.kept"));
        assertThat(done.cure().get(2).work().dropped()).contains(CUSTOMER);
        assertThat(done.lasting()).isEmpty();
    }

    @Test
    void saysWhereAScriptFailsAndRunsNothingAfterIt() throws SQLException {
        Rehearsed rehearsed = stage.rehearsal().script("""
                create table one (id int);
                -- ä comment; with a semicolon
                create tabel two (id int);
                create table three (id int);
                """);
        assertThat(rehearsed).isInstanceOfSatisfying(Rehearsed.Failed.class, failed -> {
            assertThat(failed.error().state()).isEqualTo("42601");
            assertThat(failed.error().place()).isEqualTo(new Place(3, 8));
            assertThat(failed.ran()).hasSize(1);
        });
        assertThat(stage.ask("select count(*) from pg_class where relname in ('one', 'two', 'three')"))
                .isEqualTo("0");
    }

    @Test
    void saysWhatARollbackLeavesBehind() throws SQLException {
        Rehearsed.CarriedOut done =
                carriedOut("alter table customer drop column name", "alter table customer add column name varchar(10)");
        assertThat(done.lasting()).anyMatch(sentence -> sentence.contains("column") && sentence.contains("name"));
        assertThat(stage.ask("select format_type(atttypid, atttypmod) from pg_attribute"
                        + " where attrelid = 'customer'::regclass and attname = 'name'"))
                .isEqualTo("text");
    }

    @Test
    void endsStatementsThatDoNotEnd() throws SQLException {
        Rehearsed rehearsed = stage.rehearsal().within(Duration.ofMillis(300)).script("""
                set statement_timeout = 0;
                do $$ begin loop begin perform pg_sleep(10); exception when query_canceled then null; end; end loop; end $$
                """);
        assertThat(rehearsed)
                .isInstanceOfSatisfying(
                        Rehearsed.Failed.class,
                        failed -> assertThat(failed.error().message())
                                .isEqualTo("the statement did not end within 300 ms"));
    }

    private Rehearsed.CarriedOut carriedOut(String cure, String undo) throws SQLException {
        Rehearsed rehearsed = stage.rehearsal().of(cure, undo);
        assertThat(rehearsed).isInstanceOf(Rehearsed.CarriedOut.class);
        return (Rehearsed.CarriedOut) rehearsed;
    }
}
