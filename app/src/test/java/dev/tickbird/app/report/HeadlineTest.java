// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The first sentence says no more than was looked at.
class HeadlineTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                     |  0 | 0 |  2 | shows nothing wrong: every rule looked
                     |  0 | 0 | 33 | shows nothing wrong; only 2 of 33 rules were asked
                     | 12 | 0 |  2 | shows nothing new since the baseline; 12 known findings are left out
                     |  0 | 3 |  2 | shows nothing wrong beyond what is accepted; 3 accepted findings are left out
                     |  1 | 1 | 33 | shows nothing new since the baseline; 1 known and 1 accepted findings are left out; only 2 of 33 rules were asked
            critical |  0 | 0 |  2 | needs help now: 1 critical finding
            critical |  1 | 0 |  2 | needs help now: 1 new critical finding; 1 known finding is left out
            warning  |  0 | 0 |  2 | is in no danger, but pays today: 1 warning
            warning  |  0 | 1 |  2 | pays today: 1 warning; 1 accepted finding is left out
            warning  |  0 | 0 | 33 | pays today: 1 warning; only 2 of 33 rules were asked
            advice   |  2 | 0 |  2 | can be made better: 1 new piece of advice; 2 known findings are left out
            note     |  0 | 0 |  2 | shows nothing wrong: 1 note
            note     |  0 | 0 |  3 | gives cause for 1 note; only 2 of 3 rules were asked
            """)
    void saysWhatWasLookedAt(String worst, int known, int accepted, int rules, String headline) throws IOException {
        Report report = Reports.limited(findings(worst), known, accepted, rules);
        assertThat(Headline.of(report)).isEqualTo("database \"shop\" " + headline);
        assertThat(Approved.rendered(new MarkdownReport(), report))
                .startsWith("# database \"shop\" " + headline + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             2 | none of 2 rules could look
            33 | none of the 2 rules that were asked could look
            """)
    void isNoneWhereNoRuleCouldLook(int rules, String words) throws IOException {
        Report report = Reports.blind(rules);
        assertThat(Headline.of(report)).isEqualTo("database \"shop\" could not be examined: " + words);
        assertThat(Approved.rendered(new SarifReport(), report)).contains("\"executionSuccessful\": false");
    }

    private static List<Finding> findings(String worst) {
        return worst == null
                ? List.of()
                : List.of(Reports.unindexed("orders", 1_000)
                        .withSeverity(Severity.valueOf(worst.toUpperCase(java.util.Locale.ROOT))));
    }
}
