// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTest {

    private static final List<PlantedSickness> PLANTED =
            List.of(new PlantedSickness("unused-index:app.label"), new PlantedSickness("pending-restart:"));

    @Test
    void saysThatAllWereFound() {
        assertThat(Score.of(PLANTED, found("unused-index:app.label_2", "pending-restart:fsync")))
                .hasToString("2 of 2 planted sicknesses were found");
    }

    @Test
    void namesWhatWasMissed() {
        assertThat(Score.of(PLANTED, found("pending-restart:fsync")))
                .hasToString("1 of 2 planted sicknesses were found; not found: unused-index:app.label");
    }

    @Test
    void countsWhatNobodyPlanted() {
        assertThat(Score.of(
                        PLANTED, found("unused-index:app.label", "pending-restart:fsync", "unused-index:app.other")))
                .hasToString("2 of 2 planted sicknesses were found; 1 more that nobody planted");
    }

    private static List<Finding> found(String... identities) {
        return Arrays.stream(identities)
                .map(identity -> identity.split(":"))
                .map(words -> new Finding(
                        words[0],
                        Severity.ADVICE,
                        new Subject("thing", words[1]),
                        "a thing is wrong",
                        "",
                        Evidence.of("things", 1),
                        "",
                        new Remedy.Advice("Mend it.")))
                .toList();
    }
}
