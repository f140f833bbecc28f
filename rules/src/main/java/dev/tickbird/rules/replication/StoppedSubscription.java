// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.replication;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.replication.Subscription;
import dev.tickbird.model.replication.SubscriptionWorker;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.SubscriptionStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A subscription that applies nothing: it is disabled, or its worker fails as soon as it begins.
///
/// @param minUptime a server that has just started has not started all workers
public record StoppedSubscription(Duration minUptime) implements Rule {

    public StoppedSubscription() {
        this(Duration.ofMinutes(10));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Server.class, Subscription.class, SubscriptionWorker.class)
                .also(SubscriptionStatistics.class); // counts errors; since 15
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Server server = snapshot.the(Server.class);
        Set<Long> worked = snapshot.all(SubscriptionWorker.class).stream()
                .map(SubscriptionWorker::subscription)
                .collect(Collectors.toSet());
        boolean started =
                Duration.between(server.startedAt(), snapshot.takenAt()).compareTo(minUptime) >= 0;
        return snapshot.all(Subscription.class).stream()
                .filter(subscription -> !server.inRecovery() && subscription.slot() != null) // else it is detached
                .filter(subscription -> !subscription.enabled() || started && !worked.contains(subscription.oid()))
                .map(subscription -> finding(subscription, errors(subscription, snapshot)));
    }

    private static long errors(Subscription subscription, Snapshot snapshot) {
        return !snapshot.observed().contains(SubscriptionStatistics.class)
                ? 0
                : snapshot.all(SubscriptionStatistics.class).stream()
                        .filter(counted -> counted.subscription() == subscription.oid())
                        .mapToLong(counted -> counted.applyErrors() + counted.syncErrors())
                        .sum();
    }

    private Finding finding(Subscription subscription, long errors) {
        boolean disabledItself = Boolean.TRUE.equals(subscription.disableOnError()) && errors > 0;
        return finding(
                Severity.WARNING,
                new Subject("subscription", Identifier.quoted(subscription.name())),
                "subscription \"" + subscription.name() + "\" "
                        + (subscription.enabled() ? "is enabled, but no process applies its changes" : "is disabled"),
                "It subscribes to " + String.join(", ", subscription.publications())
                        + ", and its slot on the publisher is \""
                        + subscription.slot() + "\"."
                        + (errors > 0 ? " " + Words.count(errors, "error") + " have been counted." : "")
                        + (disabledItself ? " It disables itself on an error." : ""),
                Evidence.of("enabled", subscription.enabled()).and("slot", String.valueOf(subscription.slot())),
                "Its tables stay as they are, and the publisher keeps all WAL since for the slot, until its disk is"
                        + " full or the slot is lost.",
                subscription.enabled() ? mended(subscription) : enabled(subscription));
    }

    private static Remedy mended(Subscription subscription) {
        return Remedy.Advice.inOrder(
                List.of(
                        "Read in the log of this server why the worker ends: it cannot connect, the slot or"
                                + " publication is gone, a"
                                + " row conflicts with one that is here, or a table or column is missing.",
                        "Mend that; the worker begins anew by itself every few seconds. A transaction that can never"
                                + " be applied is"
                                + " passed over with \"alter subscription ... skip\", from PostgreSQL 15 on.",
                        "If the log says \"out of logical replication worker slots\", raise"
                                + " max_logical_replication_workers and max_worker_processes."),
                watch(subscription));
    }

    private static Remedy enabled(Subscription subscription) {
        return new Remedy.Advice(
                List.of(
                        "If it was disabled because of an error, the log has it: mend that first, then run \""
                                + Sql.format("alter subscription %I enable", subscription.name()) + "\".",
                        "If it is not needed any more, drop it while the publisher can be reached, so that its slot"
                                + " goes too: \""
                                + Sql.format("drop subscription %I", subscription.name()) + "\"."),
                watch(subscription));
    }

    private static Sql watch(Subscription subscription) {
        return Sql.format(
                "select pid, received_lsn, latest_end_time from pg_stat_subscription where subname = %L",
                subscription.name());
    }
}
