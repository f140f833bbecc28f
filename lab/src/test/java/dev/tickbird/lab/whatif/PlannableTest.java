// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the planner plans of statements.
class PlannableTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "select 1 as a | select 1 as a",
                "(values (1)) | (values (1))",
                "create table a as select 1 | select 1",
                "CREATE /* as select */ UNLOGGED TABLE IF NOT EXISTS \"as\".b (x) USING heap WITH (fillfactor = 70) AS (SELECT 1)"
                        + " WITH NO DATA | (SELECT 1)",
                "create materialized view m as with w as (select 1) select * from w with data"
                        + " | with w as (select 1) select * from w",
                "create temp table a on commit drop as table b | table b",
            })
    void isTheQuery(String sql, String query) {
        assertThat(Plannable.of(sql)).hasValue(new Plannable("", query));
    }

    @ParameterizedTest
    @CsvSource({
        "declare c cursor for select 1 for update,declare c cursor for ,select 1 for update",
        "Declare c no scroll cursor with hold for values (1),Declare c no scroll cursor with hold for ,values (1)"
    })
    void isTheQueryOfACursor(String sql, String cursor, String query) {
        assertThat(Plannable.of(sql)).hasValue(new Plannable(cursor.stripTrailing() + ' ', query));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table a (b int default 1)",
                "create table a as execute b(1)",
                "create view a as select 1",
                "create function f() returns int language sql as 'select 1'",
                "create index on a (b)",
                "vacuum",
                "(analyze) select 1",
                "-- select\n begin",
                "create",
            })
    void isNothing(String sql) {
        assertThat(Plannable.of(sql)).isEmpty();
    }
}
