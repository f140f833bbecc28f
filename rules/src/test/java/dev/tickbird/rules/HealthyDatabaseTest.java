// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Score;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.healthy.HealthyDatabase;
import dev.tickbird.testkit.healthy.HealthyServer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// The whole catalogue on databases of our own: about a healthy one it says nothing, and in a sick one it finds all
/// that was
/// planted and nothing else.
@ParameterizedClass(name = "PostgreSQL {0}")
@MethodSource("majors")
@Execution(ExecutionMode.CONCURRENT)
class HealthyDatabaseTest {

    private static final Duration TWO_MONTHS = Duration.ofDays(60);

    private static final List<Rule> RULES = Catalogue.rules().stream()
            .filter(rule -> !rule.isOpinion())
            .filter(rule -> !rule.slug().equals("outdated-release")) // of the tests' servers, it is true
            .toList();

    private final int major;

    HealthyDatabaseTest(int major) {
        this.major = major;
    }

    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD)
    List<DynamicTest> isHealthyAndThenSick() throws SQLException {
        List<DynamicTest> tests = new ArrayList<>();
        try (HealthyServer server = HealthyServer.start(major)) {
            for (HealthyDatabase database : HealthyDatabase.values()) {
                server.create(database);
                List<Finding> young = findings(server, database, Duration.ZERO);
                List<Finding> old = findings(server, database, TWO_MONTHS);
                server.sicken(database);
                Score score = Score.of(database.planted(), findings(server, database, TWO_MONTHS));
                tests.add(silent(database + " says nothing when new", young));
                tests.add(silent(database + " says nothing when its counters are old", old));
                tests.add(DynamicTest.dynamicTest(
                        database + " tells what was planted",
                        () -> assertThat(score.missed()).as("missed").isEmpty()));
                tests.add(silent(database + " tells nothing else", score.others()));
            }
        }
        return tests;
    }

    private static DynamicTest silent(String name, List<Finding> findings) {
        return DynamicTest.dynamicTest(
                name,
                () -> assertThat(findings)
                        .extracting(finding -> finding.severity() + " " + finding.identity() + ": " + finding.title()
                                + ". " + finding.detail())
                        .isEmpty());
    }

    private static List<Finding> findings(HealthyServer server, HealthyDatabase database, Duration age)
            throws SQLException {
        Examiner examiner = new Examiner(RULES, Settlement.NONE);
        Snapshot snapshot = server.snapshot(database, examiner.needs());
        return examiner.examine(age.isZero() ? snapshot : HealthyServer.aged(snapshot, age))
                .findings();
    }

    static Stream<Integer> majors() {
        return Servers.majors().stream();
    }
}
