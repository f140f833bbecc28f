// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Scripts are cut where psql would cut them.
class SqlScriptTest {

    @Test
    void cutsAtSemicolonsOutsideOfEverything() {
        assertThat(texts("""
                select ';', E'\\';', $$;$$, $a$ ; $b$ ; $a$, ";" /* ; /* ; */ ; */ -- ;
                ;
                create rule r as on insert to t do also (select 1; select 2);
                select 1
                """)).hasSize(3).last().isEqualTo("select 1");
    }

    @Test
    void keepsBodiesOfFunctionsTogether() {
        assertThat(texts("""
                create function f() returns int begin atomic select case when true then 1 end; select 2; end;
                select $1, a$b from t;
                begin; end;
                """))
                .containsExactly(
                        "create function f() returns int begin atomic select case when true then 1 end; select 2; end",
                        "select $1, a$b from t",
                        "begin",
                        "end");
    }

    @Test
    void knowsWhereEachStands() {
        SqlScript script = SqlScript.of("select 1;\n\n  \uD83D\uDC26\uD83D\uDC26; select 3");
        assertThat(script.statements()).extracting(SqlStatement::place).last().isEqualTo(new Place(3, 7));
    }

    @Test
    void takesWhatIsNotClosedToTheEnd() {
        assertThat(texts("select 'a; b")).containsExactly("select 'a; b");
        assertThat(texts("select \"a; b")).containsExactly("select \"a; b");
        assertThat(texts("select $x$ a; b")).containsExactly("select $x$ a; b");
        assertThat(texts("select /* a; b")).containsExactly("select");
        assertThat(texts(" ;; -- nothing")).isEmpty();
    }

    private static List<String> texts(String script) {
        return SqlScript.of(script).statements().stream()
                .map(SqlStatement::text)
                .toList();
    }
}
