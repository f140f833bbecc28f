// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.comparison.Area;
import dev.tickbird.model.comparison.Comparison;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Function;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.server.Extension;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Setting;
import dev.tickbird.server.Binaries;
import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.ServerOptions;
import dev.tickbird.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What stands in the way of a twin: circles, absent extensions, objects that refuse, too little time.
class TwinTroubleTest {

    private static final int MAJOR = 18;

    private static final String CIRCLE = """
            create schema ring;
            create table ring.links (id int primary key, next int);
            create function ring.best() returns int language sql stable as 'select 1';
            create table ring.chosen (id int default ring.best(), link ring.links);
            create view ring.seen as select links.id, ring.best() as best from ring.links;
            do $do$ begin
                execute 'create or replace function ring.best() returns int language sql stable
                             begin atomic select max(id) from ring.chosen; end';
                execute 'create function ring.shown() returns setof ring.seen language sql
                             begin atomic select * from ring.seen; end';
                execute 'create or replace view ring.seen as
                             select links.id, ring.best() as best from ring.links group by links.id';
            end $do$;
            """;

    @Test
    void closesCircles() throws SQLException, IOException {
        Snapshot source = Originals.of(MAJOR, List.of(CIRCLE));
        try (Twin twin = Twin.build(source, TwinOptions.of(Face.THIN))) {
            assertThat(twin.gaps()).isEmpty();
            assertThat(Comparison.of(source, Originals.of(twin)).of(Area.SCHEMA))
                    .isEmpty();
        }
    }

    @Test
    void takesHostileNamesAndCommentsForWhatTheyAre() throws SQLException, IOException {
        Snapshot source = Originals.of(MAJOR, List.of("""
                create schema "a""; drop schema b; --";
                create table "a""; drop schema b; --"."t'; select 1/0; {fn now()} ? $1 $$" ("c/*" text default '; $x$ --' , "%I%s" int);
                create index "i\\"";" on "a""; drop schema b; --"."t'; select 1/0; {fn now()} ? $1 $$" ("c/*");
                comment on column "a""; drop schema b; --"."t'; select 1/0; {fn now()} ? $1 $$"."c/*"
                    is $c$'; drop table x; \\ {d '2000-01-01'} ? $1$c$;
                create view "a""; drop schema b; --"."v{?}" as select "%I%s" as "?" from "a""; drop schema b; --"."t'; select 1/0; {fn now()} ? $1 $$";
                """));
        try (Twin twin = Twin.build(source, TwinOptions.of(Face.THIN))) {
            assertThat(twin.gaps()).isEmpty();
            assertThat(Comparison.of(source, Originals.of(twin)).of(Area.SCHEMA))
                    .isEmpty();
        }
    }

    @Test
    void namesAnExtensionThatIsNotThereAndWhatNeedsIt() throws SQLException, IOException {
        Snapshot source = Originals.of(MAJOR, List.of("""
                create extension citext;
                create table people (id int primary key, name citext);
                create index people_name on people (name);
                create view names as select name from people;
                create table places (id int primary key);
                """));
        Snapshot without =
                Altered.with(source, Extension.class, it -> it.name().equals("citext") ? Altered.renamed(it) : it);
        try (Twin twin = Twin.build(without, TwinOptions.of(Face.THIN))) {
            assertThat(twin.gaps())
                    .extracting(TwinGap::subject)
                    .contains(
                            "extension vanished",
                            "table public.people",
                            "index public.people_name",
                            "view public.names");
            assertThat(twin.gaps().getFirst().reason()).isEqualTo("extension \"vanished\" is not available");
            assertThat(twin.gaps())
                    .filteredOn(gap -> gap.subject().startsWith("privilege"))
                    .singleElement()
                    .satisfies(gap -> assertThat(gap.toString())
                            .startsWith("privileges on what extension citext holds: ")
                            .matches(".*, and \\d+ more"));
            assertThat(count(twin, "pg_class where relname = 'places'")).isEqualTo(1);
        }
    }

    @Test
    void refusesDefinitionsThatAreMoreThanTheySay() throws SQLException, IOException {
        Snapshot source = Originals.of(
                MAJOR,
                List.of("create table t (a int); create index i on t (a); create index j on t (a, a);"
                        + "create function f() returns int language sql as 'select 1'"));
        Snapshot hostile = Altered.with(source, Index.class, it -> it.name().equals("i") ? Altered.evil(it) : it);
        try (Twin twin = Twin.build(hostile, TwinOptions.of(Face.THIN))) {
            assertThat(twin.gaps())
                    .extracting(TwinGap::toString)
                    .containsExactly("index public.i: its definition is not one statement");
            assertThat(count(twin, "pg_class where relname = 'harm'")).isZero();
            assertThat(count(twin, "pg_class where relname = 'j'")).isEqualTo(1);
        }
    }

    @Test
    void loadsNoLibraryThatIsNotPostgresOwn() throws SQLException, IOException {
        Snapshot source = Originals.of(MAJOR, List.of("create function f() returns int language sql as 'select 1'"));
        Snapshot foreign = Altered.with(source, Function.class, Altered::inC);
        try (Twin twin = Twin.build(foreign, TwinOptions.of(Face.THIN))) {
            assertThat(twin.gaps())
                    .extracting(TwinGap::reason)
                    .contains("it is written in C, and its library is not PostgreSQL's own");
        }
    }

    @Test
    void givesUpWhenItsTimeIsOver() throws SQLException, IOException {
        Snapshot source = Originals.of(MAJOR, List.of("create table t (a int)"));
        assertThatThrownBy(() -> Twin.build(source, TwinOptions.of(Face.THIN).within(Duration.ofMillis(1))))
                .isInstanceOf(TickbirdException.class)
                .hasMessage("could not build the twin within 0.001 s");
    }

    @Test
    void saysWhatASnapshotLacks() throws SQLException, IOException {
        Snapshot source = Originals.of(MAJOR, List.of("create table t (a int)"));
        assertThatThrownBy(() -> Twin.build(Altered.without(source, Column.class), TwinOptions.of(Face.THIN)))
                .isInstanceOf(TickbirdException.class)
                .hasMessage("cannot build a twin: the snapshot does not hold columns");
        try (Twin twin = Twin.build(Altered.without(source, Setting.class), TwinOptions.of(Face.THIN))) {
            assertThat(twin.gaps())
                    .containsExactly(
                            new TwinGap("settings", "the snapshot does not hold them", "Take the snapshot again."));
        }
    }

    @Test
    void hasTheNameAndOrderOfItsDatabase() throws SQLException, IOException {
        Snapshot source;
        try (EmbeddedServer server = EmbeddedServer.start(ServerOptions.of(MAJOR));
                Connection connection = TwinConnection.asking(server, "template1");
                Statement statement = connection.createStatement()) {
            statement.execute("drop database postgres");
            statement.execute("create database postgres template template0 locale_provider icu icu_locale 'de'");
            try (Connection inside = TwinConnection.asking(server, "postgres")) {
                source = TestDatabase.snapshot(inside, Twin.facts());
            }
        }
        try (Twin twin = Twin.build(source, TwinOptions.of(Face.THIN))) {
            assertThat(twin.gaps()).isEmpty();
            assertThat(twin.database()).isEqualTo("postgres");
            assertThat(count(twin, "pg_database where datname = 'postgres' and datlocale = 'de'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void standsBesideAnotherOfTheSameSource() throws SQLException, IOException {
        Snapshot source = Originals.of(MAJOR, List.of("create table t (a int)"));
        try (Twin one = Twin.build(source, TwinOptions.of(Face.THIN));
                Twin other = Twin.build(source, TwinOptions.of(Face.THIN))) {
            try (Connection connection = one.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("drop table t");
            }
            assertThat(count(one, "pg_class where relname = 't'")).isZero();
            assertThat(count(other, "pg_class where relname = 't'")).isEqualTo(1);
        }
    }

    @Test
    void leavesNothingBehind() throws SQLException, IOException {
        Snapshot source = Originals.of(MAJOR, List.of("create table t (a int)"));
        Path folder;
        try (Twin twin = Twin.build(source, TwinOptions.of(Face.THIN))) {
            folder = twin.server().socketFolder();
            assertThat(folder).exists();
        }
        assertThat(folder).doesNotExist();
    }

    @Test
    void isSweptAfterItWasKilled() throws IOException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dtickbird.servers=" + System.getProperty("tickbird.servers"),
                        "-Dtickbird.root=" + System.getProperty("tickbird.root"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingTwin.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Path folder = Path.of(program.inputReader().readLine());
        program.destroyForcibly().onExit().join();
        assertThat(folder).exists();
        try (EmbeddedServer next = EmbeddedServer.start(ServerOptions.of(MAJOR))) {
            assertThat(folder).doesNotExist();
            assertThat(next.dataFolder()).exists();
        }
    }

    @Test
    void standsOnTheNextMajor() throws SQLException, IOException {
        Snapshot source = Originals.rich(17);
        try (Twin twin = Twin.build(source, TwinOptions.of(Face.THIN).on(Binaries.of(18)))) {
            assertThat(twin.gaps()).extracting(TwinGap::subject).allMatch(it -> it.startsWith("privileges on 1 large"));
            assertThat(Originals.of(twin).the(Server.class).major()).isEqualTo(18);
        }
    }

    private static int count(Twin twin, String what) throws SQLException {
        try (Connection connection = twin.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + what)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
