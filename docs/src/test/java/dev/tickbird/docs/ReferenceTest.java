// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is in `docs/reference` is what the program says today. `./dev docs` accepts it.
class ReferenceTest {

    private final Reference reference = new Reference(Repository.ROOT);

    @Test
    void isFresh() throws IOException {
        if (Boolean.getBoolean("tickbird.accept")) {
            reference.write();
        }
        Map<String, String> pages = reference.pages();
        assertThat(reference.written()).as("pages; ./dev docs writes them").containsExactlyElementsOf(pages.keySet());
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Path file = reference.folder().resolve(page.getKey());
            assertThat(Files.readString(file))
                    .as(page.getKey() + " is stale; ./dev docs writes it anew")
                    .isEqualTo(page.getValue());
        }
    }

    @Test
    void explainsEveryThreshold() {
        assertThat(reference.pages().get("rules/unused-index.md"))
                .contains("| `min-age` | `\"35 d\"` | younger counters prove nothing: reports run monthly |");
        reference.pages().forEach((name, text) -> assertThat(text).as(name).doesNotContain("` |  |"));
    }
}
