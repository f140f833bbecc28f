// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ArrayTextTest {

    @Test
    void readsPlainElements() {
        assertThat(ArrayText.elements("{}")).isEmpty();
        assertThat(ArrayText.elements("{a,b c,1.5}")).containsExactly("a", "b c", "1.5");
    }

    @Test
    void readsQuotedElements() {
        assertThat(ArrayText.elements("{\"a,b\",\"\",\"say \\\"no\\\"\",\"back\\\\slash\",\"{}\",\"NULL\",z}"))
                .containsExactly("a,b", "", "say \"no\"", "back\\slash", "{}", "NULL", "z");
    }

    @Test
    void leavesOutBounds() {
        assertThat(ArrayText.elements("[0:1]={1,2}")).containsExactly("1", "2");
    }

    @Test
    void refusesWhatFactsDoNotHave() {
        assertThatThrownBy(() -> ArrayText.elements("{a,NULL}")).hasMessageContaining("a null or another dimension");
        assertThatThrownBy(() -> ArrayText.elements("{{1},{2}}")).hasMessageContaining("a null or another dimension");
    }
}
