// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.replication;

import dev.tickbird.model.Bytes;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.replication.Replica;
import dev.tickbird.model.replication.ReplicationSlot;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/// A standby or subscriber that is connected and far behind, and where on the way the WAL waits.
///
/// @param minLag less is what a load leaves behind for a moment
/// @param minAge who has just connected has to catch up
public record LaggingReplica(Bytes minLag, Duration minAge) implements Rule {

    private enum Stage {
        SENDING,
        WRITING,
        REPLAYING
    }

    public LaggingReplica() {
        this(Bytes.parse("1 GB"), Duration.ofMinutes(30));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Replica.class, ReplicationSlot.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return Receivers.settled(snapshot, minAge)
                .filter(replica -> lag(replica) >= minLag.number())
                .map(replica -> finding(replica, snapshot));
    }

    /// Up to the last stage from which it has ever answered.
    private static long lag(Replica replica) {
        return Stream.of(replica.replayLagBytes(), replica.flushLagBytes(), replica.sentLagBytes())
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    /// Where most of it waits.
    private static Stage stage(Replica replica) {
        long lag = lag(replica);
        long sending = Objects.requireNonNullElse(replica.sentLagBytes(), 0L);
        long writing = Objects.requireNonNullElse(replica.flushLagBytes(), lag) - sending;
        long replaying = lag - sending - writing;
        return sending >= Math.max(writing, replaying)
                ? Stage.SENDING
                : writing >= replaying ? Stage.WRITING : Stage.REPLAYING;
    }

    private Finding finding(Replica replica, Snapshot snapshot) {
        boolean logical = Receivers.isLogical(replica, snapshot);
        String kind = logical ? "subscriber" : "standby";
        String waits = switch (stage(replica)) {
            case SENDING -> "is not sent yet: the network is slow, or the receiver does not take it";
            case WRITING -> "is sent, but not on the disk there";
            case REPLAYING -> "is on the disk there, but not " + (logical ? "applied" : "replayed");
        };
        return finding(
                Severity.WARNING,
                new Subject(kind, replica.application()),
                kind + " \"" + replica.application() + "\" is " + Words.bytes(lag(replica)) + " behind",
                "Most of it " + waits + ". It has been connected for "
                        + Words.duration(Receivers.connected(replica, snapshot)) + ", state " + replica.state()
                        + (replica.replayLagSeconds() == null
                                ? "."
                                : "; recent changes took "
                                        + Words.duration(
                                                Duration.ofMillis(Math.round(replica.replayLagSeconds() * 1000)))
                                        + " to take effect there."),
                Evidence.of("lagMegabytes", Math.round(lag(replica) / 1048576.0))
                        .and("waits", stage(replica).name().toLowerCase(Locale.ROOT)),
                logical
                        ? "Whoever reads there sees the past, and this server keeps WAL and old rows of its catalogs"
                                + " for it."
                        : "Whoever reads there sees the past; a failover now loses what was not sent, and waits until"
                                + " the rest is replayed.",
                remedy(replica, logical));
    }

    private static Remedy remedy(Replica replica, boolean logical) {
        List<String> options = new ArrayList<>();
        options.add(
                switch (stage(replica)) {
                    case SENDING -> "Look at the network between the two, and at the log of the receiver.";
                    case WRITING -> "Look at the disk of the standby: it writes more slowly than this one.";
                    case REPLAYING ->
                        logical
                                ? "Look at pg_stat_activity there: whether the apply worker waits for a lock, or looks"
                                        + " for each row in a"
                                        + " table without a suitable index; \"streaming = parallel\" helps with large"
                                        + " transactions."
                                : "Look there whether replay is paused, waits for a query (pg_stat_activity and"
                                        + " max_standby_streaming_delay), or is delayed on purpose with"
                                        + " recovery_min_apply_delay.";
                });
        options.add("If a load has just run, look twice, a few minutes apart, whether it catches up.");
        return new Remedy.Advice(
                options,
                Sql.format(
                        "select state, sent_lsn, flush_lsn, replay_lsn, replay_lag from pg_stat_replication"
                                + " where application_name = %L",
                        replica.application()));
    }
}
