// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.lab.rehearsal.Rehearsal;
import dev.tickbird.lab.rehearsal.Rehearsed;
import dev.tickbird.lab.rehearsal.ServerStage;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.comparison.Area;
import dev.tickbird.model.comparison.Comparison;
import dev.tickbird.model.schema.Collation;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Firing;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.IndexTarget;
import dev.tickbird.model.schema.LateColumn;
import dev.tickbird.model.schema.NotNull;
import dev.tickbird.model.schema.OtherObject;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.Trigger;
import dev.tickbird.model.schema.View;
import dev.tickbird.model.server.Tablespace;
import dev.tickbird.testkit.Servers;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// States that a schema comes into over the years, and not by one statement.
class OddStatesTest {

    private static final String ODD = """
            create role odd_owner;
            create schema odd authorization odd_owner;
            create table odd.parent (id int not null, day date not null, note text, primary key (id, day))
                partition by range (day);
            create table odd.child (gone int, note text, day date not null, id int not null);
            alter table odd.child drop column gone;
            create unique index child_key on odd.child (id, day);
            alter table odd.child add constraint child_key primary key using index child_key;
            create table odd.other (id int primary key, ref int, last int default 1);
            alter table odd.child add constraint child_own_name foreign key (id) references odd.other;
            alter table odd.parent attach partition odd.child for values from ('2020-01-01') to ('2021-01-01');
            alter table odd.parent add constraint parent_fk foreign key (id) references odd.other;
            create table odd.rest partition of odd.parent default;
            alter table odd.rest alter column note set default 'rest';
            create index parent_note on only odd.parent (note);
            alter table odd.other add constraint self foreign key (ref) references odd.other deferrable;
            create index spoilt on odd.other (ref);
            create index other_last on odd.other (last) with (fillfactor = 60);
            update pg_index set indisvalid = false where indexrelid = 'odd.spoilt'::regclass;
            alter table odd.other disable trigger all;
            alter table odd.other cluster on other_pkey;
            alter table odd.other replica identity using index other_pkey;
            alter table odd.other alter column last set statistics 7, alter column ref set (n_distinct = -0.5);
            create table odd.texts (plain text, wide text, tail jsonb);
            alter table odd.texts alter column wide set storage external, alter column tail set storage main;
            alter table odd.texts set (toast.autovacuum_enabled = off, autovacuum_vacuum_scale_factor = 0.01);
            alter table odd.other owner to odd_owner;
            create table odd.quiet (id int references odd.other, at timestamptz default now());
            create function odd.watch() returns trigger language plpgsql as 'begin return new; end';
            create trigger watch before insert on odd.parent for each row execute function odd.watch();
            alter table odd.rest disable trigger watch;
            create type odd.pair as (a int, b text);
            create table odd.typed of odd.pair (primary key (a));
            create table odd.changed (a int, b int, c text, d int);
            alter table odd.changed drop column a, drop column c;
            alter table odd.changed add column late text default 'x', add column gone int;
            alter table odd.changed drop column gone;
            create table odd.heir () inherits (odd.changed);
            alter table odd.changed add constraint changed_b check (b > 0) not valid;
            create function public.odd_head(text) returns text language sql immutable as 'select left($1, 3)';
            create function public.odd_short(text) returns text language sql immutable as 'select odd_head($1)';
            do $do$ begin
                if current_setting('server_version_num')::int < 170000 then -- later ones refuse it
                    create index texts_short on odd.texts (odd_short(plain)) where odd_short(plain) <> '';
                end if;
            end $do$;
            create foreign data wrapper elsewhere;
            create server far foreign data wrapper elsewhere;
            create foreign table odd.distant (id int options (column_name 'Id', kind 'k=v') not null) server far;
            create index other_sum on odd.other (last, (last + 1));
            alter index odd.other_sum alter column 2 set statistics 300;
            alter table odd.texts alter column wide set compression pglz;
            create access method odd_heap type table handler heap_tableam_handler;
            create table odd.heaped (id int) using odd_heap;
            create text search template odd.words (lexize = dsimple_lexize, init = dsimple_init);
            create text search parser odd.splitter
                (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);
            create text search configuration odd.found (parser = odd.splitter);
            create conversion odd.latin for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
            create transform for int language sql (from sql with function prsd_lextype(internal));
            create domain odd.numbers as int[];
            create table odd.kept (gone int, stays odd.numbers);
            grant select (gone), select (stays) on odd.kept to odd_owner;
            alter table odd.kept drop column gone;
            create table odd.named (id int constraint really not null, b int not null);
            alter table odd.named rename b to c;
            create table odd.namesake () inherits (odd.named);
            alter table odd.parent add constraint parent_note check (note <> '') not valid;
            create function odd.same(int, text) returns boolean language sql immutable as 'select $1::text = $2';
            create operator odd.=== (leftarg = int, rightarg = text, function = odd.same);
            alter operator family integer_ops using btree add operator 3 odd.=== (int, text);
            revoke execute on function odd.watch() from public;
            grant select (note) on odd.parent to odd_owner with grant option;
            """;

    @ParameterizedTest
    @MethodSource("dev.tickbird.lab.twin.TwinTest#majors")
    void areInTheTwinToo(int major) throws SQLException, IOException {
        Snapshot source = Originals.of(major, List.of(ODD));
        try (Twin twin = Twin.build(source, TwinOptions.of(Face.THIN))) {
            Snapshot after = Originals.of(twin);
            assertThat(twin.gaps()).isEmpty();
            Comparison comparison = Comparison.of(source, after);
            assertThat(comparison.of(Area.SCHEMA)).isEmpty();
            assertThat(comparison.of(Area.ROLES)).isEmpty();
            assertThat(numbers(after)).isEqualTo(numbers(source));
            assertThat(late(after)).isEqualTo(late(source)).hasSize(1);
            assertThat(others(after)).isEqualTo(others(source)).hasSize(5);
            assertThat(notNulls(after)).isEqualTo(notNulls(source)).hasSize(major < 18 ? 0 : 4);
            assertThat(targets(after)).isEqualTo(targets(source)).containsExactly("2: 300");
            assertThat(disabled(after)).isEqualTo(disabled(source)).isPositive();
            assertThat(after.all(Index.class))
                    .filteredOn(index -> !index.valid())
                    .extracting(Index::name)
                    .containsExactlyInAnyOrder("parent_note", "spoilt");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tickbird.lab.twin.TwinTest#majors")
    void areATablespacesCostsAndWhatIsRehearsedThere(int major) throws SQLException, IOException {
        Snapshot source = Originals.of(major, List.of("""
                set allow_in_place_tablespaces = on;
                create tablespace fast location '' with (random_page_cost = 1.5);
                create table t (a int primary key) tablespace fast;
                create index i on t (a) tablespace fast;
                """));
        try (Twin twin = Twin.build(source, TwinOptions.of(Face.THIN))) {
            Snapshot after = Originals.of(twin);
            assertThat(twin.gaps()).isEmpty();
            assertThat(Comparison.of(source, after).of(Area.SCHEMA)).isEmpty();
            assertThat(after.all(Tablespace.class))
                    .filteredOn(it -> it.name().equals("fast"))
                    .extracting(Tablespace::options)
                    .containsExactly(List.of("random_page_cost=1.5"));
            try (ServerStage stage = ServerStage.on(twin.server(), twin.database())) {
                assertThat(Rehearsal.on(stage).of("drop index i", "create index i on t (a) tablespace fast"))
                        .isInstanceOfSatisfying(
                                Rehearsed.CarriedOut.class,
                                done -> assertThat(done.lasting()).isEmpty());
            }
        }
    }

    @Test
    void leavesNoEmptyViewWhereAQueryCannotBeRead() throws SQLException, IOException {
        int major = Servers.majors().getLast();
        Snapshot source =
                Originals.of(major, List.of("""
                create view circle as
                with recursive walk as (select 1 as a union all select a + 1 from walk)
                cycle a set again to 'yes' default 'no' using path
                select a from walk;
                """)); // PostgreSQL tells it with a cast where its grammar has none
        try (Twin twin = Twin.build(source, TwinOptions.of(Face.THIN))) {
            assertThat(twin.gaps())
                    .extracting(TwinGap::toString)
                    .containsExactly("view public.circle: its query cannot be read: syntax error at or near \"::\"");
            assertThat(Originals.of(twin).all(View.class)).isEmpty();
        }
    }

    @Test
    void keepsTablesThatAreSortedAsInAPlaceThatIsNotKnownHere() throws SQLException, IOException {
        int major = Servers.majors().getLast();
        Snapshot source = Originals.of(major, List.of("""
                create collation pg_catalog."xx_YY" (provider = libc, locale = 'C.UTF-8');
                create table words (word text collate "xx_YY", other text collate "C");
                create index on words (word);
                """));
        Snapshot elsewhere = Altered.with(source, Collation.class, Altered::fromElsewhere);
        try (Twin twin = Twin.build(elsewhere, TwinOptions.of(Face.THIN))) {
            assertThat(twin.gaps())
                    .extracting(TwinGap::toString)
                    .singleElement()
                    .asString()
                    .startsWith("collation pg_catalog.\"xx_YY\": C.UTF-8 stands in for it: ");
            assertThat(Comparison.of(source, Originals.of(twin)).of(Area.SCHEMA))
                    .isEmpty();
        }
    }

    /// Where each table's columns stand, and what they are of.
    private static Map<String, List<Object>> numbers(Snapshot snapshot) {
        Map<String, List<Object>> numbers = new TreeMap<>();
        for (Table table : snapshot.all(Table.class)) {
            List<Object> parts = numbers.computeIfAbsent(table.name(), _ -> new ArrayList<>());
            parts.add(String.valueOf(table.ofType()));
            parts.add(String.valueOf(table.lastColumn()));
            Relations.of(snapshot)
                    .of(table, Column.class)
                    .forEach(column -> parts.add(column.number() + " " + column.name()));
        }
        return numbers;
    }

    private static List<String> late(Snapshot snapshot) {
        return snapshot.all(LateColumn.class).stream().map(LateColumn::column).toList();
    }

    private static List<String> others(Snapshot snapshot) {
        return snapshot.all(OtherObject.class).stream()
                .map(OtherObject::definition)
                .toList();
    }

    private static List<String> targets(Snapshot snapshot) {
        return snapshot.all(IndexTarget.class).stream()
                .map(it -> it.number() + ": " + it.statisticsTarget())
                .toList();
    }

    private static List<String> notNulls(Snapshot snapshot) {
        return Stream.of(snapshot)
                .filter(it -> it.observed().contains(NotNull.class))
                .flatMap(it -> it.all(NotNull.class).stream())
                .map(it -> it.name() + (it.inherited() ? " inherited" : "") + (it.local() ? " local" : ""))
                .toList();
    }

    private static long disabled(Snapshot snapshot) {
        return snapshot.all(Trigger.class).stream()
                .filter(it -> it.internal() && it.firing() == Firing.DISABLED)
                .count();
    }
}
