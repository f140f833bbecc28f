// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import org.junit.jupiter.api.Test;

/// Rules that cannot look, here for want of old statistics.
class BlindCheckTest {

    @Test
    void isNoExaminationWhereNoRuleCouldLook() throws Exception {
        try (TestDatabase database = TestDatabase.on(Servers.shared(18))) {
            Run run = Run.of("check", database.uri(), "--only", "unused-index");
            assertThat(run.code()).isEqualTo(3);
            assertThat(run.complaints())
                    .containsExactly(
                            "tickbird: error: the target could not be examined: the one rule that was asked could not look",
                            "HINT:  The report says why, rule by rule.");
            assertThat(run.out())
                    .contains("could not be examined: the one rule")
                    .contains("Not examined: 1 rule");
        }
    }

    @Test
    void failsNothingWhereAnotherRuleLooked() throws Exception {
        try (TestDatabase database = TestDatabase.on(Servers.shared(18))) {
            Run run = Run.of("check", database.uri(), "--only", "unused-index,unindexed-foreign-key");
            assertThat(run.succeedsWith(0).out().replace('\n', ' '))
                    .contains("rules were asked; 1 of them could not look");
        }
    }
}
