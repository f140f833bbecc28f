// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EstimateTest {

    @Test
    void goesOnInOneSentence() {
        assertThat(length(Duration.ZERO, "nothing that grows with the tables")).isEqualTo("for an instant");
        assertThat(length(Duration.ofMillis(300), "reads 1 MB")).isEqualTo("for less than a second (reads 1 MB)");
        assertThat(length(Duration.ofSeconds(40), "reads 2 GB")).isEqualTo("for about 40 seconds (reads 2 GB)");
        assertThat(length(null, "the size of public.cue is not known"))
                .isEqualTo("for a time that cannot be estimated, since the size of public.cue is not known");
    }

    private static String length(@Nullable Duration time, String basis) {
        return new Estimate(time, basis).length();
    }
}
