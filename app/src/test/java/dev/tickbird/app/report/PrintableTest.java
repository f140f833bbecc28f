// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.finding.Sql;
import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void showsWhatATerminalWouldObey() {
        assertThat(Printable.line("a\u001b[2Jb\u009bc\u007f")).isEqualTo("a<U+001B>[2Jb<U+009B>c<U+007F>");
        assertThat(Printable.line("a\nb\tc\rd")).isEqualTo("a\\nb\\tc\\rd");
        assertThat(Printable.line("\u202edrop\u2066\u2028\ufeff")).isEqualTo("<U+202E>drop<U+2066><U+2028><U+FEFF>");
        assertThat(Printable.line("\ud800")).isEqualTo("<U+D800>");
    }

    @Test
    void leavesAllScriptsAsTheyAre() {
        String names = "Bestellübersicht заказы 注文 سفارش‌ها 👩‍👩‍👧";
        assertThat(Printable.line(names)).isSameAs(names);
    }

    @Test
    void foldsLinesOfProse() {
        assertThat(Printable.prose(" select 1\n   from t\r\n where  x ")).isEqualTo("select 1 from t where  x");
    }

    @Test
    void keepsSqlPastable() {
        assertThat(PastableSql.of(Sql.format("drop table %I", "a\n\"b\\c")))
                .isEqualTo("drop table U&\"a\\000A\"\"b\\\\c\";");
        assertThat(PastableSql.of(Sql.format("select %L", "it's\u202e"))).isEqualTo("select U&'it''s\\202E';");
        assertThat(PastableSql.of(Sql.format("select %L", "a\\\u001b\udb40\udc41")))
                .isEqualTo("select  E'a\\\\\\u001B\\U000E0041';");
        assertThat(PastableSql.of(Sql.format("select E'\\\n'"))).isEqualTo("select E'\\u000A';");
    }

    @Test
    void leavesOtherSqlAsItIs() {
        String function = "create function f() returns text language sql as $x$\n  select '\"' -- it's\n$x$";
        assertThat(PastableSql.of(Sql.format("%s", function))).isEqualTo(function + ";");
        assertThat(PastableSql.of(Sql.format("select 1 -- it's\n, %I", "x\ny")))
                .isEqualTo("select 1 -- it's\n, U&\"x\\000Ay\";");
    }
}
