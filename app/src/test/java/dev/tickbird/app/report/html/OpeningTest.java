// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.app.report.Report;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Examination;
import dev.tickbird.model.finding.Examined;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The first sentence says no more than was looked at.
class OpeningTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    | clean        | 0 | 1 | Nothing is wrong, as far as could be seen. |
                    | clean        | 0 | 3 | Nothing is wrong, as far as could be seen. | Only 1 of 3 rules was asked.
                    | clean        | 2 | 1 | Nothing is wrong that is not in the baseline. | 2 known findings are left out.
                    | not-examined | 0 | 3 | No rule could see enough to judge. | Only 1 of 3 rules was asked.
            warning | finding      | 0 | 1 | Nothing is urgent; 1 thing costs you today. |
            warning | finding      | 1 | 1 | 1 new thing costs you today. | 1 known finding is left out.
            advice  | finding      | 0 | 1 | Nothing costs you today; 1 thing will later. |
            advice  | finding      | 0 | 2 | 1 thing will cost you later. | Only 1 of 2 rules was asked.
            """)
    void saysWhatWasLookedAt(String worst, String state, int known, int rules, String first, String rest) {
        List<Finding> findings = worst == null
                ? List.of()
                : List.of(ShopReport.realistic()
                        .examination()
                        .findings()
                        .getFirst()
                        .withSeverity(severity(worst)));
        Examined examined = new Examined("unused-index", state(state), "");
        Examination examination = new Examination(findings, List.of(), known, List.of(examined), List.of());
        Snapshot nothing = new Snapshot(Shop.NOW, Map.of(), List.of());
        Report report = new Report("0.1.0", "a file", "self-hosted", nothing, examination, rules, Duration.ZERO);
        assertThat(Opening.of(report)).isEqualTo(new Opening(first, rest == null ? "" : rest));
    }

    private static Severity severity(String word) {
        return List.of(Severity.values()).stream()
                .filter(it -> it.toString().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static Examined.State state(String word) {
        return List.of(Examined.State.values()).stream()
                .filter(it -> it.toString().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
