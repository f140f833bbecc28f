// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.playbooks;

import dev.tickbird.model.Fact;
import dev.tickbird.model.activity.BaseBackupProgress;
import dev.tickbird.model.activity.IndexBuildProgress;
import dev.tickbird.model.activity.Lock;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.activity.VacuumProgress;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.connections.EndOfSession;
import dev.tickbird.rules.locks.LockQueue;
import dev.tickbird.rules.statistics.StaleStatistics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Everything is slow: what the sessions wait for is counted in several looks, before anybody guesses.
record Slowness() implements Playbook {

    /// A statement that takes so long is worth a word.
    private static final Duration LONG = Duration.ofMinutes(1);

    /// So many at work on average.
    private static final double MANY = 10;

    /// So many, most of which wait.
    private static final double SOME = 2;

    private static final double MOST = 0.5;

    private static final int LINES = 5;

    @Override
    public List<String> never() {
        return List.of(
                "Do not restart the server: its memory is then empty, which makes it slower, and what could be seen is gone.",
                "Do not change several settings at once, nor any in the dark: nobody knows afterwards what helped.",
                "Never \"kill -9\" a server process: the server then ends every session and recovers from its WAL.",
                "No VACUUM FULL and no reindex of everything in the middle of it: they lock, and take the disk that is"
                        + " short.",
                "No \"explain analyze\" of a statement that changes rows: it carries it out.");
    }

    @Override
    public Set<Class<? extends Fact>> facts() {
        return Set.of(
                Session.class,
                Lock.class,
                Table.class,
                VacuumProgress.class,
                IndexBuildProgress.class,
                BaseBackupProgress.class);
    }

    @Override
    public List<Rule> rules() {
        return List.of(new StaleStatistics());
    }

    @Override
    public Diagnosis diagnose(Scene scene) {
        Looks looks = new Looks(Stream.concat(Stream.of(scene.all(Session.class)), scene.looks().stream())
                .toList());
        List<Session> slow = slow(scene);
        List<LockQueue> queues = LockQueue.of(scene.snapshot()).toList();
        List<Sign> signs = new ArrayList<>();
        if (looks.average() >= MANY || looks.average() >= SOME && looks.waiting() >= MOST) {
            signs.add(waits(looks));
        }
        if (!queues.isEmpty()) {
            signs.add(locks(queues));
        }
        if (!slow.isEmpty()) {
            signs.add(statements(slow, scene));
        }
        heavyWork(scene, signs);
        scene.findings().forEach(finding -> signs.add(Sign.of(Sign.Weight.SIGN, finding)));
        return scene.diagnosis(signs, numbers(looks, scene), measures(slow, queues, scene));
    }

    private static Sign waits(Looks looks) {
        List<Map.Entry<WaitClass, List<Session>>> classes = looks.classes();
        WaitClass most = classes.getFirst().getKey();
        String average = String.format(Locale.ROOT, "%.1f", looks.average());
        double share = looks.share(classes.getFirst().getValue().size());
        return Sign.of(
                        Sign.Weight.of(looks.average() * looks.waiting() >= MANY && looks.waiting() >= MOST),
                        average + " sessions are at work on average, " + Words.percent(share) + " of them "
                                + most.words(),
                        most.hint(),
                        Evidence.of("averageActive", looks.average())
                                .and("looks", looks.all().size())
                                .and("waitClass", most.name().toLowerCase(Locale.ROOT)))
                .with(classes.stream().limit(LINES).map(looks::line).toList());
    }

    private static Sign locks(List<LockQueue> queues) {
        Duration longest = queues.stream()
                .map(LockQueue::longestWait)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return Sign.of(
                Sign.Weight.of(longest.compareTo(Duration.ofSeconds(5)) >= 0),
                Words.count(
                                queues.stream()
                                        .flatMap(queue -> queue.waiters().stream())
                                        .distinct()
                                        .count(),
                                "session") + " waiting for a lock, the longest for " + Words.duration(longest),
                "\"tickbird emergency locks\" shows the tree, and how to end its root.",
                Evidence.of("longestWaitSeconds", longest.toSeconds()));
    }

    /// Without those that wait for a lock, or sleep: they are not what makes others slow.
    private static List<Session> slow(Scene scene) {
        return scene.clients().stream()
                .filter(session ->
                        "active".equals(session.state()) && session.blockedBy().isEmpty())
                .filter(session -> scene.since(session.queryStartedAt()).compareTo(LONG) >= 0)
                .sorted(Comparator.comparing(Session::queryStartedAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private static Sign statements(List<Session> slow, Scene scene) {
        Session longest = slow.getFirst();
        return Sign.of(
                        Sign.Weight.SIGN,
                        Words.count(slow.size(), "statement") + (slow.size() == 1 ? " has" : " have")
                                + " been running for more than a minute, the longest for "
                                + scene.age(longest.queryStartedAt()),
                        "",
                        Evidence.of("statements", slow.size())
                                .and(
                                        "longestSeconds",
                                        scene.since(longest.queryStartedAt()).toSeconds()))
                .with(slow.stream()
                        .limit(LINES)
                        .map(session -> Scene.name(session) + ", " + scene.age(session.queryStartedAt()) + ": "
                                + Scene.shortened(session.query(), 40))
                        .toList());
    }

    private static void heavyWork(Scene scene, List<Sign> signs) {
        int builds = scene.all(IndexBuildProgress.class).size();
        int backups = scene.all(BaseBackupProgress.class).size();
        if (builds + backups > 0) {
            signs.add(Sign.of(
                    Sign.Weight.SIGN,
                    Words.count(builds, "index build") + " and " + Words.count(backups, "base backup") + " under way",
                    "They take the disk from others, and end by themselves.",
                    Evidence.of("indexBuilds", builds).and("baseBackups", backups)));
        }
    }

    private static List<Measure> measures(List<Session> slow, List<LockQueue> queues, Scene scene) {
        List<Measure> measures = new ArrayList<>();
        if (!queues.isEmpty()) {
            measures.add(Measure.look(
                    "Begin with the locks: whoever waits for one does not get faster otherwise. TARGET is what you gave this"
                            + " command.",
                    "tickbird emergency locks TARGET"));
        }
        measures.add(Measure.look(
                "Keep what is to be seen now: tomorrow it is needed, and a snapshot of a good day to compare with. TARGET is"
                        + " what you gave this command.",
                "tickbird snapshot TARGET -o slow.tickbird"));
        slow.stream()
                .limit(2)
                .forEach(session -> measures.add(Measure.of(
                        "session " + session.pid(),
                        EndOfSession.of(session),
                        "If nobody needs the answer of session " + session.pid()
                                + " now, cancel its statement, which has run for " + scene.age(session.queryStartedAt())
                                + ".",
                        "Its statement fails, and what it did is rolled back; its client is told.")));
        measures.add(Measure.look(
                "Have the rules look at it: statistics, indexes, memory, settings.", "tickbird check TARGET"));
        measures.add(Measure.words(
                "Ask what has changed since it was fast: a release, a bulk load, a new report, a host that"
                        + " moved. \"tickbird diff\" compares with an earlier snapshot."));
        return measures;
    }

    private static List<String> numbers(Looks looks, Scene scene) {
        List<String> numbers = new ArrayList<>();
        numbers.add(Words.count(looks.all().size(), "look")
                + (looks.all().size() > 1 ? ", a fifth of a second apart" : ", for nobody looked again")
                + ": " + String.format(Locale.ROOT, "%.1f", looks.average()) + " of "
                + Words.count(scene.clients().size(), "session") + " of clients at work on average");
        numbers.addAll(scene.hidden());
        numbers.add(scene.count(VacuumProgress.class, "vacuum") + ", "
                + scene.count(IndexBuildProgress.class, "index build") + " and "
                + scene.count(BaseBackupProgress.class, "base backup") + " under way");
        return numbers;
    }
}
