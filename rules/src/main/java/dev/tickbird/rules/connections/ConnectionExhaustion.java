// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.connections;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.server.Database;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.time.Duration;
import java.util.stream.Stream;

/// Nearly all connections are taken that the server, a database or a role may have.
///
/// @param warningShare from this share on
/// @param criticalShare from this share on the next peak is refused
public record ConnectionExhaustion(double warningShare, double criticalShare) implements Rule {

    private static final Duration LONG = Duration.ofHours(1);

    public ConnectionExhaustion() {
        this(0.8, 0.95);
    }

    @Override
    public Needs needs() {
        return Needs.facts(Database.class, Role.class)
                .inPart(Session.class) // of the others, it is shown that they are there
                .settings("max_connections", "superuser_reserved_connections", "reserved_connections");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return ConnectionLimit.of(snapshot)
                .filter(limit -> limit.share() >= warningShare)
                .map(limit -> finding(limit, limit.idle(LONG, snapshot.takenAt())));
    }

    private Finding finding(ConnectionLimit limit, long forgotten) {
        int taken = limit.taken();
        return finding(
                limit.share() >= criticalShare ? Severity.CRITICAL : Severity.WARNING,
                limit.subject(),
                Words.count(taken) + " of " + Words.count(limit.limit()) + " connections of " + limit.name()
                        + " are taken",
                (limit.sessions().size() > taken
                                ? "There are " + Words.count(limit.sessions().size(), "session")
                                        + ", for superusers get in beyond the limit. "
                                : "")
                        + Words.count(limit.idle()) + " of them are idle"
                        + (forgotten > 0 ? ", " + Words.count(forgotten) + " for more than an hour" : "")
                        + ". Most belong to " + limit.greediest() + "."
                        + (limit.subject().kind().equals("setting")
                                ? " What max_connections keeps back for superusers and reserved roles is not counted in."
                                : ""),
                Evidence.of("share", Math.round(limit.share() * 100) / 100.0)
                        .and("taken", taken)
                        .and("limit", limit.limit())
                        .and("idle", limit.idle()),
                "When the last one is taken, whoever connects next is refused: the application stands still, and so may"
                        + " the monitoring.",
                limit.remedy());
    }
}
