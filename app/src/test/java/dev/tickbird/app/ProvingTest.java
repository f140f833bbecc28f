// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.app.report.Report;
import dev.tickbird.model.finding.Proof;
import dev.tickbird.observe.target.Environment;
import dev.tickbird.observe.target.Target;
import dev.tickbird.rules.Examiner;
import dev.tickbird.rules.Settlement;
import dev.tickbird.rules.indexes.UnindexedForeignKey;
import dev.tickbird.server.Script;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// No report is lost because its remedies could not be tried.
class ProvingTest {

    private static final String SICK = """
            create table venue (id int primary key);
            create table show (id bigint primary key, venue int references venue);
            insert into venue select generate_series(1, 100);
            insert into show select g, g % 100 + 1 from generate_series(1, 20000) as g;
            analyze;
            """;

    @ParameterizedTest
    @CsvSource({"false, with --prove it is built all the same", "true, ''"})
    void saysWhyThereIsNoTimeForATwin(boolean forced, String reason) throws Exception {
        try (TestDatabase database = TestDatabase.on(Servers.shared(18))) {
            try (Connection connection = database.connect()) {
                Script.run(connection, SICK);
            }
            Report report = new Tickbird(Duration.ofSeconds(30), _ -> {})
                    .prove(
                            Target.parse(database.uri(), Environment.ofProcess()),
                            new Examiner(List.of(new UnindexedForeignKey()), Settlement.NONE),
                            Set.of(),
                            Duration.ofMillis(1),
                            forced);
            assertThat(report.examination().findings()).singleElement().satisfies(finding -> {
                assertThat(finding.proof().verdict()).isEqualTo(Proof.Verdict.REASONED);
                assertThat(finding.proof().reason())
                        .startsWith("there is no twin to try it on: ")
                        .endsWith(reason);
            });
        }
    }
}
