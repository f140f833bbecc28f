// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void showsColoursToPeopleOnly() {
        assertThat(terminal(Map.of(), true).colour()).isTrue();
        assertThat(terminal(Map.of(), false).colour()).isFalse();
        assertThat(terminal(Map.of("TERM", "dumb"), true).colour()).isFalse();
    }

    @Test
    void respectsNoColor() {
        assertThat(terminal(Map.of("NO_COLOR", "1"), true).colour()).isFalse();
        assertThat(terminal(Map.of("NO_COLOR", ""), true).colour()).isTrue();
    }

    @Test
    void isAsWideAsTold() {
        assertThat(terminal(Map.of("COLUMNS", "132"), true).width()).isEqualTo(132);
        assertThat(terminal(Map.of("COLUMNS", "wide"), true).width()).isEqualTo(117);
        assertThat(terminal(Map.of(), false).width()).isEqualTo(80);
        assertThat(terminal(Map.of("COLUMNS", "3"), true).width()).isEqualTo(40);
    }

    @Test
    void drawsWithAsciiWhereTheScreenKnowsNoMore() {
        Terminal plain = Terminal.of(Map.of(), true, StandardCharsets.US_ASCII, () -> OptionalInt.empty());
        assertThat(plain).isEqualTo(new Terminal(80, true, false));
    }

    private static Terminal terminal(Map<String, String> environment, boolean interactive) {
        return Terminal.of(environment, interactive, StandardCharsets.UTF_8, () -> OptionalInt.of(117));
    }
}
