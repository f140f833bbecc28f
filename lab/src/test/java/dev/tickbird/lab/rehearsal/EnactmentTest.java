// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tickbird.model.TickbirdException;
import dev.tickbird.testkit.Servers;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A script that is to stay does its work as no superuser, and does not get out.
class EnactmentTest {

    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry(
                    "alter table orders add a int;\nalter tabel x",
                    "line 2, column 7: syntax error at or near \"tabel\""),
            Map.entry("create index on nowhere (id)", "line 1, column 1: relation \"nowhere\" does not exist"),
            Map.entry("select 'unterminated", "line 1, column 8: unterminated quoted string"),
            Map.entry("do $$ begin copy orders to program 'id'; end $$", "line 1, column 1: "),
            Map.entry("copy orders to program 'id'", "line 1, column 1: copy would run a program"),
            Map.entry("copy orders from '/etc/passwd'", "copy would touch a file of the server"),
            Map.entry("select lo_import('/etc/passwd')", "function lo_import touches files or the network"),
            Map.entry("create extension dblink", "extension dblink opens the way out of the server"),
            Map.entry("create view v as select * from dblink('', 'x') as (i int)", "function dblink touches files"),
            Map.entry("create role other", "line 1, column 1: permission denied to create role"),
            Map.entry("begin; create table t ()", "m.sql ends inside a transaction block"));

    static List<Integer> majors() {
        return Servers.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void changesTheDatabaseOrSaysWhatItDoesNotDo(int major) throws SQLException {
        try (TestStage stage = TestStage.with(major, """
                create table orders (id int primary key);
                """)) {
            Enactment enactment =
                    Enactment.on(Servers.shared(major), stage.database().name());
            REFUSED.forEach((script, message) -> assertThatThrownBy(() -> enactment.of("m.sql", script))
                    .isInstanceOfSatisfying(
                            TickbirdException.class, e -> assertThat(e.kind()).isEqualTo(TickbirdException.Kind.USAGE))
                    .hasMessageStartingWith("m.sql")
                    .hasMessageContaining(message));
            enactment.of("m.sql", """
                    begin; alter table orders add placed date; commit;
                    create index concurrently orders_placed on orders (placed)
                    """);
            assertThat(enactment.of("m.sql", """
                            do $$ begin alter table orders add note text; end $$;
                            select set_config('search_path', 'public', false);
                            insert into orders values (1);
                              with old as (delete from orders returning id) select * from old;
                            vacuum orders;
                            """))
                    .containsExactly(
                            new Enactment.Skipped("insert", new Place(3, 1)),
                            new Enactment.Skipped("with", new Place(4, 3)),
                            new Enactment.Skipped("vacuum", new Place(5, 1)));
            assertThat(stage.ask("select count(note) from orders")).isEqualTo("0");
            assertThat(stage.ask("select count(*) from pg_index where indexrelid = 'orders_placed'::regclass"))
                    .isEqualTo("1");
        }
    }

    @ParameterizedTest
    @MethodSource("majors")
    void leavesForeignTablesAsTheyWere(int major) throws SQLException {
        try (TestStage stage = TestStage.with(major, "create extension postgres_fdw")) {
            String handler = "select fdwhandler::regproc from pg_foreign_data_wrapper where fdwname = 'postgres_fdw'";
            String before = stage.ask(handler);
            Enactment.on(Servers.shared(major), stage.database().name()).of("m.sql", "create table t ()");
            assertThat(stage.ask(handler)).isEqualTo(before).isEqualTo("postgres_fdw_handler");
        }
    }
}
