// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select '$1'",
                "select e'\\'$1'",
                "select \"$1\"",
                "select 1 -- $1",
                "select /* $1 */ 1",
                "select $$costs $1$$",
                "select $text$costs $1 or $$1$text$"
            })
    void takesNoPlaceForOneInsideATextANameOrAComment(String sql) {
        assertThat(ParameterText.of(sql).hasPlaces()).isFalse();
    }

    @Test
    void fillsSomePlacesAndNumbersTheOthersAnew() {
        assertThat(ParameterText.of("select $1, $2, $1, $3, '$2'")
                        .with(Map.of(1, "7"))
                        .sql())
                .isEqualTo("select 7, $1, 7, $2, '$2'");
    }

    @Test
    void castsWhereATypeStoodBeforeTheConstant() {
        assertThat(ParameterText.of("select interval $1").sql()).isEqualTo("select cast($1 as interval)");
    }
}
