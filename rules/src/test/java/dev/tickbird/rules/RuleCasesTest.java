// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Examination;
import dev.tickbird.model.finding.Examined;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.testkit.CaseFile;
import dev.tickbird.testkit.Doctor;
import dev.tickbird.testkit.Onlooker;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import dev.tickbird.testkit.Ward;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// Every case of the ward on every major version, the majors side by side. `-Dtickbird.rule=unused-index`
/// runs one rule's, with commas several rules'.
@ParameterizedClass(name = "PostgreSQL {0}")
@MethodSource("majors")
@Execution(ExecutionMode.CONCURRENT)
class RuleCasesTest {

    static final Path CASES = Path.of(System.getProperty("tickbird.root"), "rules/src/test/cases");

    private final int major;

    RuleCasesTest(int major) {
        this.major = major;
    }

    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD) // a server is examined by one at a time
    List<DynamicTest> isFoundCuredAndUndone() throws IOException {
        List<String> only = List.of(System.getProperty("tickbird.rule", "").split(","));
        List<DynamicTest> cases = new ArrayList<>();
        for (Rule rule : Catalogue.rules()) {
            if (only.equals(List.of("")) || only.contains(rule.slug())) {
                for (CaseFile file : casesOf(rule)) {
                    if (file.runsOn(major)) {
                        cases.add(DynamicTest.dynamicTest(rule.slug() + '/' + file.name(), () -> run(rule, file)));
                    }
                }
            }
        }
        return cases;
    }

    private void run(Rule rule, CaseFile file) throws SQLException, IOException {
        Ward.run(file, new Examining(Thresholds.with(rule, file.thresholds())), major, onlooker());
    }

    /// What a statement locks and rewrites is the same on every major.
    private Onlooker onlooker() {
        return major == Servers.majors().getLast() ? new RehearsedImpact() : Onlooker.NOBODY;
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void staysSilentOnAnEmptyDatabase() throws SQLException {
        try (TestDatabase database = TestDatabase.on(Servers.shared(major))) {
            for (Rule rule : Catalogue.rules()) {
                Examiner examiner = new Examiner(List.of(rule), Settlement.NONE);
                Snapshot snapshot = database.snapshot(examiner.needs());
                assertThat(examiner.examine(snapshot).findings())
                        .as(rule.slug())
                        .filteredOn(finding -> !isOfTheTestServer(rule, finding))
                        .isEmpty();
            }
        }
    }

    /// Test servers are set up for speed, which some rules rightly report, and their releases grow old.
    private static boolean isOfTheTestServer(Rule rule, Finding finding) {
        return rule.family().equals("settings")
                || rule.slug().equals("outdated-release")
                || finding.subject().kind().equals("setting");
    }

    static Stream<Integer> majors() {
        return Servers.majors().stream();
    }

    static List<CaseFile> casesOf(Rule rule) throws IOException {
        List<CaseFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(CASES.resolve(rule.slug()))) {
            for (Path path :
                    paths.filter(it -> it.toString().endsWith(".sql")).sorted().toList()) {
                files.add(CaseFile.read(path));
            }
        }
        return files;
    }

    private record Examining(Rule rule) implements Doctor {

        @Override
        public Set<Class<? extends Fact>> needs() {
            return examiner().needs();
        }

        @Override
        public List<Finding> examine(Snapshot snapshot) {
            Examination examination = examiner().examine(snapshot);
            Examined examined = examination.examined().getFirst();
            if (examined.state() == Examined.State.NOT_EXAMINED) {
                throw new AssertionError(rule.slug() + " was not examined: " + examined.reason());
            }
            return examination.findings();
        }

        private Examiner examiner() {
            return new Examiner(List.of(rule), Settlement.NONE);
        }
    }
}
