// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RemedyScriptTest {

    private static final Step WIDEN = Step.inTransaction(Sql.format("alter table t alter column id type bigint"));
    private static final Step RAISE = Step.inTransaction(Sql.format("alter sequence t_id_seq as bigint"));
    private static final Step BUILD = Step.alone(Sql.format("create index concurrently on t (id)"));

    @Test
    void keepsTogetherWhatMayTakeEffectTogether() {
        assertThat(texts(RemedyScript.of(List.of(RAISE, WIDEN), true)))
                .containsExactly(
                        "begin",
                        "set local lock_timeout = '2s'",
                        "alter sequence t_id_seq as bigint",
                        "alter table t alter column id type bigint",
                        "commit");
    }

    @Test
    void doesNotLetASingleStatementWaitForLong() {
        assertThat(texts(RemedyScript.of(List.of(WIDEN), true)))
                .containsExactly(
                        "begin",
                        "set local lock_timeout = '2s'",
                        "alter table t alter column id type bigint",
                        "commit");
    }

    @Test
    void leavesBareWhatWaitsForNobody() {
        assertThat(texts(RemedyScript.of(List.of(RAISE), false))).containsExactly("alter sequence t_id_seq as bigint");
    }

    @Test
    void keepsOutOfABlockWhatCannotBeInOne() {
        RemedyScript script = RemedyScript.of(List.of(RAISE, WIDEN, BUILD, RAISE), false);
        assertThat(script.blocks()).hasSize(3);
        assertThat(script.standsAlone()).isTrue();
        assertThat(texts(script))
                .startsWith("begin")
                .endsWith("commit", "create index concurrently on t (id)", "alter sequence t_id_seq as bigint");
    }

    private static List<String> texts(RemedyScript script) {
        return script.statements().stream().map(Sql::text).toList();
    }
}
