// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.playbooks;

import dev.tickbird.model.Bytes;
import dev.tickbird.model.Fact;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.replication.Replica;
import dev.tickbird.model.replication.ReplicationSlot;
import dev.tickbird.model.replication.Subscription;
import dev.tickbird.model.replication.WalReceiver;
import dev.tickbird.model.statistics.WalPosition;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.replication.DisconnectedStandby;
import dev.tickbird.rules.replication.InactiveReplicationSlot;
import dev.tickbird.rules.replication.LaggingReplica;
import dev.tickbird.rules.replication.LaggingReplicationSlot;
import dev.tickbird.rules.replication.MissingSynchronousStandby;
import dev.tickbird.rules.replication.PausedReplay;
import dev.tickbird.rules.replication.RecoveryConflict;
import dev.tickbird.rules.replication.StoppedSubscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A standby or a subscriber is behind: whoever may still catch up is let, and nothing that it needs is thrown away.
record BrokenReplication() implements Playbook {

    private static final int FINDINGS = 3;

    /// Less is caught up soon, or is no danger to the disk.
    private static final double MUCH_MEGABYTES = 1024;

    @Override
    public List<String> never() {
        return List.of(
                "Do not drop a slot before you know who needs it: without it, the WAL that its reader needs goes, and a"
                        + " standby or subscriber must be built anew.",
                "Do not rebuild a standby that still receives: one that is late catches up by itself.",
                "Do not promote a standby before the old primary is certainly stopped: two primaries diverge, and one of"
                        + " them loses what it wrote.",
                "Never delete files in pg_wal by hand, here or there.");
    }

    @Override
    public Set<Class<? extends Fact>> facts() {
        return Set.of(Replica.class, ReplicationSlot.class, WalReceiver.class, WalPosition.class, Subscription.class);
    }

    @Override
    public List<Rule> rules() {
        return List.of(
                new DisconnectedStandby(Duration.ofSeconds(30)),
                new InactiveReplicationSlot(new Bytes(1), Bytes.parse("1 GB")),
                new LaggingReplica(Bytes.parse("16 MB"), Duration.ofSeconds(10)),
                new LaggingReplicationSlot(Bytes.parse("1 GB"), 0.5),
                new MissingSynchronousStandby(),
                new PausedReplay(Duration.ZERO),
                new RecoveryConflict(Duration.ZERO, 1, 0),
                new StoppedSubscription(Duration.ZERO));
    }

    @Override
    public Diagnosis diagnose(Scene scene) {
        List<Finding> findings = scene.findings();
        List<Sign> signs = findings.stream()
                .map(finding -> Sign.of(Sign.Weight.of(isAlarming(finding)), finding))
                .toList();
        return scene.diagnosis(signs, numbers(scene), measures(findings, scene));
    }

    private static boolean isAlarming(Finding finding) {
        return switch (finding.rule()) {
            case "inactive-replication-slot" ->
                finding.severity() == Severity.CRITICAL || finding.remedy() instanceof Remedy.Statement; // it is lost
            case "lagging-replica" -> finding.evidence().weight() >= MUCH_MEGABYTES;
            default -> finding.severity().atLeast(Severity.WARNING);
        };
    }

    /// Looks first: what to do about a standby depends on why it stands.
    private static List<Measure> measures(List<Finding> findings, Scene scene) {
        List<Measure> measures = new ArrayList<>();
        if (isPaused(scene)) {
            measures.add(paused());
        }
        if (findings.stream().anyMatch(finding -> finding.rule().endsWith("replication-slot"))) {
            measures.add(slots(scene));
        }
        if (measures.isEmpty()) {
            measures.add(where(scene));
        }
        findings.stream()
                .sorted(Comparator.comparing(finding -> !isAlarming(finding)))
                .limit(FINDINGS)
                .forEach(finding -> measures.add(Measure.cure(finding)));
        measures.add(Measure.words(
                scene.standby()
                        ? "Run this playbook on the primary, too: only there it is seen what is kept for this standby."
                        : "Run this playbook on the standby or subscriber, too: only there it is seen why it does not take"
                                + " what is sent. Its log tells most."));
        return measures;
    }

    private static Measure slots(Scene scene) {
        return Measure.look(
                "Find out who reads each slot before you touch one: its name, its database and its plugin tell, and"
                        + " active_pid who is connected now.",
                Sql.format(
                        "select slot_name, slot_type, plugin, database, active, active_pid, wal_status,"
                                + " pg_size_pretty(pg_wal_lsn_diff(%s, restart_lsn)) as kept from"
                                + " pg_replication_slots order by restart_lsn",
                        scene.standby() ? "pg_last_wal_replay_lsn()" : "pg_current_wal_lsn()"));
    }

    private static boolean isPaused(Scene scene) {
        return scene.all(WalPosition.class).stream().anyMatch(it -> Boolean.TRUE.equals(it.replayPaused()));
    }

    /// Resumed in the dark, a standby may shut down, or leave recovery.
    private static Measure paused() {
        return Measure.look(
                "Replay is paused here. Before anybody resumes it, find out why: on purpose, such as for a backup, or to keep"
                        + " what a mistake on the primary would remove; at a recovery target; or because a setting is lower"
                        + " than on the primary. The log says it.",
                Sql.format(
                        "select pg_get_wal_replay_pause_state(), pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn(),"
                                + " pg_last_xact_replay_timestamp()"),
                Sql.format(
                        "select name, setting from pg_settings where name like 'recovery_target%%' and setting <> ''"));
    }

    private static Measure where(Scene scene) {
        return scene.standby()
                ? Measure.look(
                        "See how far this standby is, twice within some seconds: whether it moves matters more than how"
                                + " far it is.",
                        Sql.format(
                                "select status, sender_host, latest_end_time, pg_last_wal_receive_lsn(),"
                                        + " pg_last_wal_replay_lsn(), pg_last_xact_replay_timestamp() from pg_stat_wal_receiver"))
                : Measure.look(
                        "See how far each standby is, twice within some seconds: whether it moves matters more than how"
                                + " far it is.",
                        Sql.format("select application_name, client_addr, state, sync_state, replay_lag,"
                                + " pg_size_pretty(pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn)) as behind from"
                                + " pg_stat_replication"));
    }

    private static List<String> numbers(Scene scene) {
        List<String> numbers = new ArrayList<>();
        numbers.add(scene.count(Replica.class, "receiver") + " connected here, "
                + scene.count(ReplicationSlot.class, "replication slot") + ", "
                + scene.count(Subscription.class, "subscription"));
        for (Replica replica : scene.all(Replica.class)) {
            numbers.add("\"" + replica.application() + "\" is " + replica.state()
                    + Optional.ofNullable(replica.replayLagBytes())
                            .map(bytes -> ", " + Words.bytes(bytes) + " behind")
                            .orElse(""));
        }
        if (scene.standby()) {
            numbers.add(scene.all(WalReceiver.class).stream()
                    .findFirst()
                    .map(receiver -> "this is a standby, and its WAL receiver is " + receiver.status())
                    .orElse("this is a standby without a WAL receiver"));
            scene.all(WalPosition.class)
                    .forEach(position -> numbers.add("the last transaction replayed here was committed "
                            + (position.replayedAt() == null
                                    ? "at a time not known"
                                    : scene.age(position.replayedAt()) + " ago")));
        }
        return numbers;
    }
}
