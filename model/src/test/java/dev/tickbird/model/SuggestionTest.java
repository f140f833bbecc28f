// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {

    private static final List<String> WORDS = List.of("host", "hostaddr", "port", "dbname", "sslmode");

    @Test
    void findsTheNearestWord() {
        assertThat(Suggestion.nearest("hots", WORDS)).contains("host");
        assertThat(Suggestion.nearest("sslmod", WORDS)).contains("sslmode");
        assertThat(Suggestion.nearest("DBNAME", WORDS)).contains("dbname");
        assertThat(Suggestion.nearest("hostadr", WORDS)).contains("hostaddr");
    }

    @Test
    void prefersTheFirstOfEquallyNearWords() {
        assertThat(Suggestion.nearest("post", WORDS)).contains("host");
    }

    @Test
    void staysSilentWhenNothingIsNear() {
        assertThat(Suggestion.nearest("colour", WORDS)).isEmpty();
        assertThat(Suggestion.nearest("", WORDS)).isEmpty();
    }

    @Test
    void asksAQuestion() {
        assertThat(Suggestion.sentence("pirt", WORDS)).contains("Did you mean \"port\"?");
    }
}
