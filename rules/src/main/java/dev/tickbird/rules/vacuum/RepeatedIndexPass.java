// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.vacuum;

import dev.tickbird.model.Bytes;
import dev.tickbird.model.Identifier;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.activity.VacuumProgress;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Settings;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.settings.NewValue;
import java.util.Optional;
import java.util.stream.Stream;

/// A running vacuum whose memory was full before the table was read: it must go through all indexes again.
///
/// @param most what each worker may be given
public record RepeatedIndexPass(Bytes most) implements Rule {

    private static final String AUTOVACUUM = "autovacuum_work_mem";
    private static final String MANUAL = "maintenance_work_mem"; // holds for autovacuum too, where that has -1

    public RepeatedIndexPass() {
        this(Bytes.parse("512 MB"));
    }

    @Override
    public Needs needs() {
        return Needs.facts(VacuumProgress.class, Table.class)
                .inPart(Session.class) // whose it is
                .settings(AUTOVACUUM, MANUAL);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return snapshot.all(VacuumProgress.class).stream()
                .filter(RepeatedIndexPass::repeats)
                .map(progress -> finding(progress, snapshot));
    }

    /// One pass is what each vacuum with dead rows makes, after the whole table.
    private static boolean repeats(VacuumProgress progress) {
        boolean goesOn =
                progress.phase().equals("scanning heap") || progress.phase().equals("vacuuming indexes");
        return progress.indexRounds() >= 2 || progress.indexRounds() == 1 && goesOn;
    }

    private Finding finding(VacuumProgress progress, Snapshot snapshot) {
        Optional<Table> table = snapshot.the(Server.class).database().equals(progress.database())
                ? Relations.of(snapshot).table(progress.relation())
                : Optional.empty();
        Subject subject = table.map(it -> Subject.table(it.qualifiedName()))
                .orElseGet(() -> new Subject("database", Identifier.quoted(String.valueOf(progress.database()))));
        long read = Math.round(100.0 * progress.blocksScanned() / Math.max(progress.blocksTotal(), 1));
        return finding(
                Severity.ADVICE,
                subject,
                "a vacuum of " + subject.kind() + " \"" + subject.name() + "\" goes through the indexes more than once",
                "It has been through all of them " + Words.count(progress.indexRounds(), "time") + ", with " + read
                        + " % of the table read: the dead rows did not fit its memory.",
                Evidence.of("indexRounds", progress.indexRounds()).and("readPercent", read),
                "Each pass reads every index of the table from end to end; the vacuum takes that much longer, and so"
                        + " do all that wait for it.",
                remedy(progress, snapshot));
    }

    /// A worker of autovacuum takes what the server's settings give it; what a session has, nobody else sees.
    private Remedy remedy(VacuumProgress progress, Snapshot snapshot) {
        Settings settings = Settings.of(snapshot);
        boolean automatic = snapshot.all(Session.class).stream()
                .anyMatch(session ->
                        session.pid() == progress.pid() && session.kind().equals("autovacuum worker"));
        long now = settings.value(AUTOVACUUM)
                .filter(value -> !value.equals("-1"))
                .or(() -> settings.value(MANUAL))
                .map(kilobytes -> Long.parseLong(kilobytes) << 10)
                .orElse(most.number());
        long value = Math.min(powerOfTwo(now * passes(progress)), most.number());
        return automatic && value > now
                ? settings.named(AUTOVACUUM)
                        .map(setting -> NewValue.of(setting, (value >> 20) + "MB"))
                        .orElseGet(RepeatedIndexPass::advice)
                : advice();
    }

    /// As many as it will have made in the end, if it goes on as it began.
    private static long passes(VacuumProgress progress) {
        double all = (progress.indexRounds() + 1.0) * progress.blocksTotal() / Math.max(progress.blocksScanned(), 1);
        return Math.clamp((long) Math.ceil(all), 2, 64);
    }

    private static long powerOfTwo(long atLeast) {
        return Long.highestOneBit(Math.max(atLeast, 2) - 1) << 1;
    }

    private static Remedy advice() {
        return new Remedy.Advice(
                "If it was started by hand, give the next one more memory: \"set maintenance_work_mem = '512MB'\" in its"
                        + " session.",
                "Vacuum the table more often, so that less is dead each time: lower its autovacuum_vacuum_scale_factor.",
                "Drop indexes that nobody uses: each is read in each pass.",
                "From PostgreSQL 17 on the same memory holds many times more dead rows.");
    }
}
