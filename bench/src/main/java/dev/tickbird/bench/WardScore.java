// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Examination;
import dev.tickbird.model.finding.Examined;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Score;
import dev.tickbird.model.finding.Words;
import dev.tickbird.rules.Catalogue;
import dev.tickbird.rules.Examiner;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.Settlement;
import dev.tickbird.rules.Thresholds;
import dev.tickbird.testkit.CaseFile;
import dev.tickbird.testkit.Doctor;
import dev.tickbird.testkit.Ward;
import dev.tickbird.testkit.healthy.HealthyDatabase;
import dev.tickbird.testkit.healthy.HealthyServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// How many of the sicknesses that were planted are found, and what is said about the healthy.
///
/// A case of the ward plants as many sicknesses as its approved report names. They are found if the report is the same,
/// the cure cures, and the rollback brings them back. In the healthy databases everything is a false alarm.
final class WardScore {

    private static final Duration TWO_MONTHS = Duration.ofDays(60);

    private final Path root = Path.of(System.getProperty("tickbird.root", "."));
    private final List<Integer> majors;
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    private WardScore(List<Integer> majors) {
        this.majors = majors;
    }

    static Chapter measure(List<Integer> majors) {
        WardScore score = new WardScore(majors);
        for (int major : majors) {
            score.cases(major);
            score.databases(major);
        }
        return score.chapter();
    }

    private Chapter chapter() {
        String details =
                wrong.isEmpty() ? "" : "### What went wrong\n\n```\n%s\n```\n\n".formatted(String.join("\n", wrong));
        return new Chapter(
                "The planted sicknesses",
                "Every case of the ward on a real server, family by family: a sickness is found if the report is the "
                        + "approved one, the cure cures and the rollback brings it back; a look-alike about which "
                        + "something is said is a false alarm. Then the whole catalogue on three healthy databases of "
                        + "our own, with counters that seem two months old, and on the same after sicknesses were "
                        + "planted there.",
                List.copyOf(figures),
                details);
    }

    private void cases(int major) {
        Tally all = new Tally();
        for (String family : Catalogue.families()) {
            Tally tally = new Tally();
            Catalogue.rules().stream()
                    .filter(rule -> rule.family().equals(family))
                    .forEach(rule -> cases(rule, major, tally));
            if (tally.planted > 0) {
                figures.add(tally.figure(family + on(major)));
                all.add(tally);
            }
        }
        figures.add(all.figure("all families" + on(major)));
    }

    private void cases(Rule rule, int major, Tally tally) {
        for (CaseFile file : files(rule)) {
            if (file.runsOn(major) && !file.blind()) {
                int planted = file.fires() ? planted(file) : 0;
                boolean passed = passes(file, rule, major);
                tally.planted += planted;
                tally.found += passed ? planted : 0;
                tally.lookAlikes += file.fires() ? 0 : 1;
                tally.alarms += file.fires() || passed ? 0 : 1;
            }
        }
    }

    private boolean passes(CaseFile file, Rule rule, int major) {
        try {
            Ward.run(file, new OneRule(Thresholds.with(rule, file.thresholds())), major);
            return true;
        } catch (AssertionError | SQLException | IOException e) {
            wrong.add(rule.slug() + '/' + file.name() + on(major) + ": " + e.getMessage());
            return false;
        }
    }

    private List<CaseFile> files(Rule rule) {
        try (Stream<Path> paths =
                Files.list(root.resolve("rules/src/test/cases").resolve(rule.slug()))) {
            List<CaseFile> files = new ArrayList<>();
            for (Path path :
                    paths.filter(it -> it.toString().endsWith(".sql")).sorted().toList()) {
                files.add(CaseFile.read(path));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int planted(CaseFile file) {
        try (Stream<String> lines = Files.lines(file.approved())) {
            return (int) lines.filter(line -> line.startsWith("identity: ")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void databases(int major) {
        Examiner examiner = new Examiner(
                Catalogue.rules().stream().filter(rule -> !isLeftOut(rule)).toList(), Settlement.NONE);
        try (HealthyServer server = HealthyServer.start(major)) {
            for (HealthyDatabase database : HealthyDatabase.values()) {
                server.create(database);
                List<Finding> alarms = examine(server, database, examiner);
                alarms.forEach(finding -> wrong.add("false alarm, " + database.database() + ": " + finding.title()));
                figures.add(Figure.atMost(
                        "false alarms, healthy " + database.database() + on(major), alarms.size(), 0, "%.0f"));
                server.sicken(database);
                Score score = Score.of(database.planted(), examine(server, database, examiner));
                score.missed().forEach(it -> wrong.add("missed, " + database.database() + ": " + it.finding()));
                score.others().forEach(it -> wrong.add("not planted, " + database.database() + ": " + it.title()));
                figures.add(new Figure(
                        "found in the sick " + database.database() + on(major),
                        score.planted() - score.missed().size() + " of " + score.planted() + ", and "
                                + Words.count(score.others().size(), "other finding"),
                        "all, and no other",
                        score.missed().isEmpty() && score.others().isEmpty()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not make the healthy databases", e);
        }
    }

    private static List<Finding> examine(HealthyServer server, HealthyDatabase database, Examiner examiner)
            throws SQLException {
        Snapshot snapshot = server.snapshot(database, examiner.needs());
        return examiner.examine(HealthyServer.aged(snapshot, TWO_MONTHS)).findings();
    }

    /// Matters of taste are not examined unless somebody asks; that the tests' servers grow old is true.
    private static boolean isLeftOut(Rule rule) {
        return rule.isOpinion() || rule.slug().equals("outdated-release");
    }

    private String on(int major) {
        return majors.size() == 1 ? "" : ", PostgreSQL " + major;
    }

    private static final class Tally {
        private int planted;
        private int found;
        private int lookAlikes;
        private int alarms;

        void add(Tally other) {
            planted += other.planted;
            found += other.found;
            lookAlikes += other.lookAlikes;
            alarms += other.alarms;
        }

        Figure figure(String family) {
            return new Figure(
                    family,
                    Words.count(found) + " of " + Words.count(planted) + " found, " + Words.count(alarms) + " of "
                            + Words.count(lookAlikes) + " look-alikes",
                    "all, none",
                    found == planted && alarms == 0);
        }
    }

    private record OneRule(Rule rule) implements Doctor {

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
