// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.indexes;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Lock;
import dev.tickbird.model.activity.PreparedTransaction;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Server;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whom an index that is built, rebuilt or dropped concurrently has to wait for, and what is left of it if somebody
/// loses patience.
///
/// A build waits for all who have written to the table, and for all in this database who still look at it as it was
/// before; a drop for all who have used the table. Short ones are over before anybody reads of them, so only those are
/// named that were open for long already. A role that is not shown what others do names fewer.
final class OpenTransactions {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int NAMED = 3;

    private final Snapshot snapshot;
    private final List<Lock> locks;

    OpenTransactions(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.locks = all(Lock.class);
    }

    Impact delayBuild(Impact impact, Table table) {
        String named = named(table, true);
        return impact.andRemarking(
                "waits until the transactions that were open before it have ended" + named,
                "leaves an invalid index behind if it is interrupted: drop that before another attempt");
    }

    Impact delayDrop(Impact impact, Table table) {
        String named = named(table, false);
        return impact.andRemarking(
                "waits until the transactions that have used " + table.qualifiedName() + " before it have ended"
                        + named,
                "leaves the index invalid if it is interrupted: run it again");
    }

    /// Such as `: now session 7, open for 8 minutes`; empty if there is none.
    private String named(Table table, boolean building) {
        Set<LockMode> inTheWay = (building ? LockMode.SHARE : LockMode.ACCESS_EXCLUSIVE).blocks();
        List<Lock> held = locks.stream()
                .filter(lock -> lock.granted() && Objects.equals(lock.relation(), table.oid()))
                .filter(lock -> inTheWay.stream().anyMatch(mode -> lock.mode().equals(mode.toString())))
                .toList();
        Set<Integer> holders =
                held.stream().map(Lock::pid).filter(Objects::nonNull).collect(Collectors.toSet());
        List<String> names = new ArrayList<>();
        String database = snapshot.the(Server.class).database();
        all(Session.class).stream()
                .filter(session -> Objects.equals(session.database(), database)
                        && age(session).compareTo(LONG) >= 0)
                .filter(session -> holders.contains(session.pid()) || building && session.snapshotAge() != null)
                .filter(session -> session.kind().equals("client backend"))
                .sorted(Comparator.comparing(OpenTransactions::begun))
                .forEach(session -> names.add(named(session)));
        if (held.stream().anyMatch(lock -> lock.pid() == null)) {
            all(PreparedTransaction.class).stream()
                    .filter(prepared -> prepared.database().equals(database))
                    .forEach(prepared -> names.add("prepared transaction \"" + prepared.identifier() + '"'));
        }
        Stream<String> more = names.size() > NAMED
                ? Stream.of("and " + Words.count(names.size() - (long) NAMED) + " more")
                : Stream.of();
        return names.isEmpty()
                ? ""
                : ": now " + Stream.concat(names.stream().limit(NAMED), more).collect(Collectors.joining("; "));
    }

    private String named(Session session) {
        String blockers = session.blockedBy().stream()
                .map(pid -> pid == 0 ? "a prepared transaction" : "session " + pid)
                .distinct()
                .collect(Collectors.joining(" and "));
        return "session " + session.pid() + ", open for " + Words.duration(age(session))
                + (blockers.isEmpty() ? "" : " and itself kept waiting by " + blockers);
    }

    private Duration age(Session session) {
        return Duration.between(
                session.transactionStartedAt() == null ? snapshot.takenAt() : begun(session), snapshot.takenAt());
    }

    private static Instant begun(Session session) {
        return Objects.requireNonNullElse(session.transactionStartedAt(), Instant.MAX);
    }

    /// None where they could not be read.
    private <F extends Fact> List<F> all(Class<F> fact) {
        return snapshot.observed().contains(fact) ? snapshot.all(fact) : List.of();
    }
}
