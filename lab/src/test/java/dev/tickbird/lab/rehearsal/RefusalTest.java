// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.finding.AlterSystem;
import dev.tickbird.model.finding.RemedyScript;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.testkit.Servers;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// No script gets out of the twin: neither one that says so, nor one that hides it.
@ParameterizedClass(name = "PostgreSQL {0}")
@MethodSource("majors")
class RefusalTest {

    private static final String SCHEMA = """
            create table t (id int);
            create role boss superuser;
            create role runner;
            grant pg_execute_server_program to runner;
            create function owned_by_superuser() returns int language plpgsql security definer as 'begin return 1; end';
            create function owned_by_boss() returns int language plpgsql security definer as 'begin return 1; end';
            alter function owned_by_boss() owner to boss;
            create function owned_by_runner() returns int language plpgsql security definer as 'begin return 1; end';
            alter function owned_by_runner() owner to runner;
            create table boss_table (id int);
            alter table boss_table owner to boss;
            create extension dblink;
            create extension file_fdw;
            create server files foreign data wrapper file_fdw;
            create foreign table passwords (line text) server files options (filename '/etc/passwd');
            """;

    private static final Map<Integer, TestStage> STAGES = new HashMap<>();

    private final int major;
    private final TestStage stage;

    RefusalTest(int major) throws SQLException {
        this.major = major;
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
            Disposal.ofRoles(each.database().server(), "boss", "runner");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "copy t from '/etc/passwd'",
                "copy t to program 'cat > /tmp/out'",
                "copy (select 1) to E'/tmp/out'",
                "copy t from stdin",
                "select lo_import('/etc/passwd')",
                "select pg_catalog . \"pg_read_file\" ('/etc/passwd')",
                "select pg_ls_dir('.')",
                "select * from dblink('host=example.com', 'select 1') as t(a int)",
                "load 'auto_explain'",
                "create function f() returns int language c as 'libc', 'system'",
                "create function f() returns int as 'int4in' language 'internal'",
                "create extension postgres_fdw",
                "create server s foreign data wrapper postgres_fdw",
                "create subscription s connection 'host=example.com' publication p",
                "alter system set archive_command = 'rm -rf /'",
                "alter system set \"session_preload_libraries\" = 'evil'",
                "alter database x set local_preload_libraries = 'evil'",
                "do $$ begin copy t from program 'id'; end $$",
                "do $a$ begin execute $b$ select lo_export(1, '/tmp/x') $b$; end $a$",
                "create function f() returns oid language sql as $$ select lo_import('/etc/passwd') $$",
                "\\i other.sql",
                "create table a (id int);\n\\copy a from x",
                "alter role tickbird_rehearsal superuser",
                "grant pg_execute_server_program to current_user",
            })
    void refusesWhatSaysThatItLeavesTheTwin(String script) throws SQLException {
        assertThat(stage.rehearsal().script(script)).isInstanceOfSatisfying(Rehearsed.Refused.class, refused -> {
            assertThat(refused.objection().reason()).isNotBlank().doesNotContain("ordinary role");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "do $$ begin execute 'co' || 'py t from pro' || 'gram ''id'''; end $$",
                "do $$ begin execute 'co' || 'py t from ' || quote_literal('/etc/passwd'); end $$",
                "do $$ declare f text := 'lo_im' || 'port'; begin execute format('select %I(%L)', f, '/etc/passwd'); end $$",
                "do $$ begin execute format('select %I(%L)', 'pg_read' || '_file', 'postgresql.conf'); end $$",
                "do $$ begin execute format('select %I(%L)', 'dbl' || 'ink_connect', 'host=localhost password=x'); end $$",
                "alter system set work_mem = 1; select 1",
                "alter system set plperl.on_init = 'system(1)'",
                "alter system set \"plperl.on_init\" = 'system(1)'",
                "alter system set U&\"plperl\\002Eon_init\" = 'system(1)'",
                "do $$ begin execute 'set ro' || 'le postgres'; end $$",
                "set role boss",
                "set role runner",
                "set session authorization postgres",
                "create role evil superuser",
                "alter role boss login",
                "create function lib() returns int language plpgsql as 'begin return 1; end'; alter function lib() owner to boss",
            })
    void isHeldByTheRoleWhereTheTextHidesIt(String script) throws SQLException {
        Rehearsed rehearsed = stage.rehearsal().script(script);
        assertThat(rehearsed)
                .isInstanceOfSatisfying(
                        Rehearsed.Refused.class,
                        refused -> assertThat(refused.objection().reason())
                                .startsWith("the ordinary role that rehearses"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"owned_by_superuser", "owned_by_boss", "owned_by_runner"})
    void takesNoPowerFromFunctionsOfTheArmed(String function) throws SQLException {
        Rehearsed rehearsed = stage.rehearsal()
                .script("create or replace function " + function + "() returns int language plpgsql security definer as"
                        + " $$ begin execute 'co' || 'py t from pro' || 'gram ''id'''; return 1; end $$; select "
                        + function + "()");
        assertThat(rehearsed).isInstanceOf(Rehearsed.Refused.class);
        assertThat(rehearsed.toString()).contains("external program");
    }

    @Test
    void takesNoPowerFromIndexesOnTablesOfTheArmed() throws SQLException {
        Rehearsed rehearsed = stage.rehearsal().script("""
                create function public.g() returns int language plpgsql as
                    $$ begin execute 'co' || 'py t from pro' || 'gram ''id'''; return 1; end $$;
                create function f(int) returns int language plpgsql immutable as 'begin return public.g(); end';
                insert into boss_table values (1);
                create index on boss_table (f(id));
                """);
        assertThat(rehearsed).isInstanceOf(Rehearsed.Refused.class);
        assertThat(rehearsed.toString()).contains("external program");
    }

    @Test
    void readsNoForeignTable() throws SQLException {
        assertThat(stage.rehearsal().script("select * from passwords").toString())
                .contains("has no handler");
    }

    @Test
    void doesWhatNeedsASuperuserForRemediesThatDoNothingElse() throws SQLException {
        Step reload = Step.alone(Sql.format("select pg_reload_conf()"));
        RemedyScript cure = RemedyScript.of(List.of(Step.alone(AlterSystem.of("work_mem", "8MB")), reload), false);
        RemedyScript undo = RemedyScript.of(List.of(Step.alone(AlterSystem.of("work_mem", null)), reload), false);
        assertThat(stage.rehearsal().of(cure, undo)).isInstanceOfSatisfying(Rehearsed.CarriedOut.class, done -> {
            assertThat(done.lasting()).isEmpty();
            assertThat(done.changes()).isNotEmpty();
        });
    }

    @Test
    void letsOrdinaryWordsPass() throws SQLException {
        String script = "comment on table t is 'we copy from ''/etc/passwd'' and call lo_import(x)'; select 1 as copy";
        assertThat(stage.rehearsal().script(script)).isInstanceOf(Rehearsed.CarriedOut.class);
    }

    @Test
    void runsNoCodeOfTheTwinAsSuperuser() throws SQLException {
        try (TestStage trapped = TestStage.with(major, """
                create schema evil;
                create table evil.fired (who text);
                create table t (id int);
                create function evil.fire() returns event_trigger language plpgsql as
                    'begin insert into evil.fired values (current_user); end';
                create function evil.same(oid, oid) returns boolean language plpgsql as
                    'begin insert into evil.fired values (current_user); return $1::text = $2::text; end';
                create operator evil.= (leftarg = oid, rightarg = oid, function = evil.same);
                grant usage on schema evil to public;
                grant insert on evil.fired to public;
                do $$ begin
                    execute format('alter database %I set search_path = evil, pg_catalog, public', current_database());
                end $$;
                create event trigger trap on ddl_command_end execute function evil.fire();
                alter event trigger trap enable always;
                """)) {
            assertThat(trapped.rehearsal().of("alter table t add column a int", "alter table t drop column a"))
                    .isInstanceOf(Rehearsed.CarriedOut.class);
            assertThat(
                            trapped.ask(
                                    "select pg_catalog.string_agg(distinct who, ' ') from evil.fired where who <> 'tickbird_rehearsal'"))
                    .isEqualTo("null");
            assertThat(trapped.ask("select who from evil.fired")).isEqualTo("tickbird_rehearsal");
        }
    }

    @Test
    void forgetsPreparedTransactions() throws SQLException {
        Rehearsal rehearsal = stage.rehearsal();
        assertThat(rehearsal.script("begin; drop table t; prepare transaction 'it''s'"))
                .isInstanceOf(Rehearsed.CarriedOut.class);
        assertThat(rehearsal.script("table t")).isInstanceOf(Rehearsed.CarriedOut.class);
    }
}
