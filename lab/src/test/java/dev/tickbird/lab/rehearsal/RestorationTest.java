// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.testkit.Servers;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// On a schema with something of everything: what a rollback restores is told from what it does not.
@ParameterizedClass(name = "PostgreSQL {0}")
@MethodSource("majors")
class RestorationTest {

    private static final String SCHEMA = """
            create schema "My Schema";
            create type mood as enum ('sad', 'fine');
            create domain percent as numeric check (value between 0 and 100);
            create sequence counter increment 5;
            create table parent (id bigint generated always as identity primary key, mood mood default 'fine',
                share percent, tags text[], body jsonb, period tstzrange, note text collate "C",
                double_share numeric generated always as (share * 2) stored);
            create table child (extra int) inherits (parent);
            create table part (at date not null, id int, parent_id bigint references parent) partition by range (at);
            create table part_1 partition of part for values from ('2024-01-01') to ('2025-01-01');
            create table part_rest partition of part default;
            create index part_id on part (id) include (parent_id);
            create index on parent using gin (tags);
            create index on parent using brin (share);
            create index lower_note on parent (lower(note) text_pattern_ops desc nulls last) where mood = 'sad';
            alter table parent add constraint no_overlap exclude using gist (period with &&);
            create statistics many (ndistinct, mcv) on mood, note from parent;
            create function twice(int default 1) returns int language sql immutable parallel safe as 'select $1 * 2';
            create function noted() returns trigger language plpgsql as 'begin return new; end';
            create trigger note_it before update of note on parent for each row when (new.note is not null)
                execute function noted();
            create view sad as select id, note from parent where mood = 'sad';
            create materialized view moods as select mood, count(*) from parent group by mood;
            create unique index on moods (mood);
            create rule no_delete as on delete to sad do instead nothing;
            alter table parent enable row level security;
            create policy own on parent for select using (note = current_user);
            create table "My Schema"."select" ("from" int unique deferrable initially deferred);
            comment on column parent.note is 'a ''note''';
            grant select (id, note) on parent to public;
            alter default privileges in schema "My Schema" grant select on tables to public;
            alter table parent alter column note set statistics 500, alter column body set storage external;
            create publication news for table part;
            create aggregate total(int) (sfunc = int4pl, stype = int, initcond = '0');
            create operator <<< (leftarg = int, rightarg = int, function = int4lt);
            """;

    private static final Map<Integer, TestStage> STAGES = new HashMap<>();

    private final TestStage stage;

    RestorationTest(int major) throws SQLException {
        if (!STAGES.containsKey(major)) {
            STAGES.put(major, TestStage.with(major, SCHEMA));
        }
        stage = STAGES.get(major);
    }

    static List<Integer> majors() {
        return Servers.majors();
    }

    @AfterAll
    static void dropStages() throws SQLException {
        for (TestStage each : STAGES.values()) {
            each.close();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "alter table parent add column more int | alter table parent drop column more",
                "drop index lower_note"
                        + " | create index lower_note on parent (lower(note) text_pattern_ops desc nulls last) where mood = 'sad'",
                "alter table part detach partition part_1"
                        + " | alter table part attach partition part_1 for values from ('2024-01-01') to ('2025-01-01')",
                "alter table parent alter column note set not null | alter table parent alter column note drop not null",
                "alter table parent disable row level security | alter table parent enable row level security",
                "drop policy own on parent | create policy own on parent for select using (note = current_user)",
                "drop statistics many | create statistics many (ndistinct, mcv) on mood, note from parent",
                "alter function twice(int) volatile | alter function twice(int) immutable",
                "comment on column parent.note is null | comment on column parent.note is 'a ''note'''",
                "revoke select (id) on parent from public | grant select (id) on parent to public",
                "reindex table concurrently parent; vacuum full parent | vacuum",
                "alter table parent alter column note set statistics 10"
                        + " | alter table parent alter column note set statistics 500",
                "alter sequence counter increment 1 | alter sequence counter increment 5",
                "alter type mood rename value 'sad' to 'low' | alter type mood rename value 'low' to 'sad'",
                "drop table part_1; create table part_1 partition of part for values from ('2024-01-01') to ('2025-01-01')"
                        + " | select 1",
            })
    void seesThatEverythingIsBack(String cure, String undo) throws SQLException {
        assertThat(stage.rehearsal().of(cure, undo))
                .isInstanceOfSatisfying(
                        Rehearsed.CarriedOut.class,
                        done -> assertThat(done.lasting()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "alter table parent alter column note set statistics 10"
                        + " | alter table parent alter column note set statistics -1 | 500",
                "drop trigger note_it on parent | select 1 | trigger",
                "drop index lower_note | create index lower_note on parent (lower(note)) | lower_note",
                "alter function twice(int) volatile | alter function twice(int) stable | STABLE",
                "alter function twice(int) cost 7 | select 1 | cost",
                "revoke select (id) on parent from public | select 1 | privilege",
                "alter view sad set (security_barrier = true) | alter view sad set (security_barrier = false) | view",
                "alter type mood add value 'glad' | select 1 | glad",
                "alter table \"My Schema\".\"select\" alter column \"from\" set default 7 | select 1 | default",
                "alter table parent drop column share cascade | alter table parent add column share percent | share",
                "drop publication news | create publication news for table part with (publish = 'insert') | news",
                "comment on column parent.note is 'other' | select 1 | other",
                "alter domain percent drop constraint percent_check | select 1 | percent",
                "drop rule no_delete on sad | select 1 | no_delete",
            })
    void saysWhatIsNotBack(String cure, String undo, String told) throws SQLException {
        assertThat(stage.rehearsal().of(cure, undo))
                .isInstanceOfSatisfying(
                        Rehearsed.CarriedOut.class,
                        done -> assertThat(done.lasting())
                                .anySatisfy(sentence -> assertThat(sentence).contains(told)));
    }

    @Test
    void bringsTheStageBackWhateverWasDone() throws SQLException {
        Rehearsal rehearsal = stage.rehearsal();
        assertThat(rehearsal.script("drop table parent cascade; drop schema \"My Schema\" cascade"))
                .isInstanceOf(Rehearsed.CarriedOut.class);
        assertThat(rehearsal.of("select count(*) from parent", "table \"My Schema\".\"select\""))
                .isInstanceOfSatisfying(
                        Rehearsed.CarriedOut.class,
                        done -> assertThat(done.lasting()).isEmpty());
    }

    @Test
    void bringsBackWhatTheServerKeepsAboutTheDatabase() throws SQLException {
        String name = stage.database().name();
        Rehearsed rehearsed =
                stage.rehearsal().script("alter database " + name + " set work_mem = '1MB'; drop table child");
        assertThat(rehearsed).isInstanceOf(Rehearsed.CarriedOut.class);
        assertThat(stage.ask("select count(*) from pg_db_role_setting join pg_database on oid = setdatabase"
                        + " where datname = current_database()"))
                .isEqualTo("0");
        assertThat(stage.rehearsal().script("alter database " + name + " connection limit 0"))
                .isInstanceOf(Rehearsed.CarriedOut.class);
        assertThat(stage.rehearsal().script("table child")).isInstanceOf(Rehearsed.CarriedOut.class);
    }
}
