// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Bytes;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.rules.indexes.DuplicateIndex;
import dev.tickbird.rules.indexes.RedundantIndex;
import dev.tickbird.rules.indexes.UnusedIndex;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// One index that is a duplicate, covered by a wider one, and never used; another one that is covered by a much wider
/// one, so that its rule only advises, and never used.
class IndexToldOnceTest {

    private static final Rule UNUSED = new UnusedIndex(Duration.ZERO, Bytes.parse("0 B"));
    private static final Rule REDUNDANT = new RedundantIndex(0.9, Bytes.parse("0 B"));
    private static final Rule DUPLICATE = new DuplicateIndex();

    @Test
    void byTheRuleWhoseCureIsBest() throws SQLException {
        assertThat(told(UNUSED, REDUNDANT, DUPLICATE))
                .containsExactly(
                        "duplicate-index:public.cue_show_2",
                        "unused-index:public.cue_day",
                        "unused-index:public.cue_show");
        assertThat(told(UNUSED, REDUNDANT))
                .containsExactly(
                        "unused-index:public.cue_day",
                        "unused-index:public.cue_show",
                        "unused-index:public.cue_show_2");
        assertThat(told(REDUNDANT)).contains("redundant-index:public.cue_day");
    }

    @Test
    void withWhatTheOthersKnow() throws SQLException {
        assertThat(findings(UNUSED, REDUNDANT, DUPLICATE))
                .filteredOn(finding -> finding.identity().equals("duplicate-index:public.cue_show_2"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.detail())
                        .contains("Also found: ")
                        .contains("index \"public.cue_show_2\" is never used (unused-index)"));
        assertThat(findings(DUPLICATE))
                .allSatisfy(finding -> assertThat(finding.detail()).doesNotContain("Also found"));
    }

    @Test
    void withTheHighestSeverityOfAll() throws SQLException {
        Settlement unusedIsCritical = new Settlement(List.of(), Map.of(UNUSED.slug(), Severity.CRITICAL), Set.of());
        assertThat(findings(unusedIsCritical, UNUSED, DUPLICATE))
                .filteredOn(finding -> finding.rule().equals(DUPLICATE.slug()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.CRITICAL));
        assertThat(findings(DUPLICATE))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isNotEqualTo(Severity.CRITICAL));
    }

    private static List<String> told(Rule... rules) throws SQLException {
        return findings(rules).stream().map(Finding::identity).sorted().toList();
    }

    private static List<Finding> findings(Rule... rules) throws SQLException {
        return findings(Settlement.NONE, rules);
    }

    private static List<Finding> findings(Settlement settlement, Rule... rules) throws SQLException {
        Examiner examiner = new Examiner(List.of(rules), settlement);
        try (TestDatabase database =
                TestDatabase.on(Servers.shared(Servers.majors().getLast()))) {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("""
                        create table cue (id int primary key, show int, day date, note text);
                        insert into cue select n, n, date '2026-01-01' + n % 9, repeat(md5(n::text), 9)
                        from generate_series(1, 2000) as n;
                        create index cue_show on cue (show);
                        create index cue_show_2 on cue (show);
                        create index cue_show_note on cue (show, note);
                        create index cue_day on cue (day);
                        create index cue_day_note on cue (day, note);
                        """);
                statement.execute("set enable_seqscan = off; set enable_bitmapscan = off");
                statement.execute("select note from cue where show = 7 and note = 'x'");
                statement.execute("select note from cue where day = '2026-01-01' and note = 'x'");
                statement.execute("vacuum analyze cue");
            }
            return examiner.examine(database.snapshot(examiner.needs())).findings();
        }
    }
}
