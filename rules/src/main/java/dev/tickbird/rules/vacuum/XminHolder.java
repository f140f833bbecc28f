// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.vacuum;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.PreparedTransaction;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.activity.VacuumProgress;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.replication.Replica;
import dev.tickbird.model.replication.ReplicationSlot;
import dev.tickbird.rules.connections.EndOfPreparedTransaction;
import dev.tickbird.rules.connections.EndOfSession;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who keeps dead rows from vacuum, because it might still want to see them.
///
/// @param name such as `session 4711`
/// @param database the only one whose rows it keeps; null if it keeps them in every database
/// @param age transactions since the oldest one whose rows it keeps
/// @param since when it began to; null if the server does not say
/// @param catalogsOnly whether it keeps rows of the system catalogs only, as logical slots do
/// @param sessions its process number, if it is a session
/// @param story more about it, in full sentences
public record XminHolder(
        Subject subject,
        String name,
        @Nullable String database,
        long age,
        @Nullable Instant since,
        boolean catalogsOnly,
        Set<Integer> sessions,
        String story,
        Remedy remedy) {

    /// Every holder, the oldest first. Reads sessions, running vacuums, slots, prepared transactions and replicas.
    public static List<XminHolder> of(Snapshot snapshot) {
        Stream<XminHolder> sessions = sessions(snapshot)
                .filter(session -> session.transactionAge() != null || session.snapshotAge() != null)
                .map(session -> of(session, snapshot));
        Stream<XminHolder> slots = snapshot.all(ReplicationSlot.class).stream()
                .filter(slot -> slot.snapshotAge() != null || slot.catalogSnapshotAge() != null)
                .map(XminHolder::of);
        Stream<XminHolder> prepared =
                snapshot.all(PreparedTransaction.class).stream().map(XminHolder::of);
        Stream<XminHolder> replicas = snapshot.all(Replica.class).stream()
                .filter(replica -> replica.snapshotAge() != null)
                .map(XminHolder::of);
        return Stream.of(sessions, slots, prepared, replicas)
                .flatMap(holders -> holders)
                .sorted(Comparator.comparingLong(XminHolder::age)
                        .reversed()
                        .thenComparing(holder -> holder.subject().identity()))
                .toList();
    }

    /// Transactions that are open or prepared since then, the oldest first, whether or not they keep a row from vacuum.
    static List<XminHolder> begunBefore(Instant then, Snapshot snapshot) {
        Stream<XminHolder> prepared =
                snapshot.all(PreparedTransaction.class).stream().map(XminHolder::of);
        return Stream.concat(sessions(snapshot).map(session -> of(session, snapshot)), prepared)
                .filter(holder -> holder.sinceOr(then).isBefore(then))
                .sorted(Comparator.comparing((XminHolder holder) -> holder.sinceOr(then))
                        .thenComparing(holder -> holder.subject().identity()))
                .toList();
    }

    private static Stream<Session> sessions(Snapshot snapshot) {
        Set<Integer> vacuums = snapshot.all(VacuumProgress.class).stream()
                .map(VacuumProgress::pid)
                .collect(Collectors.toSet());
        return snapshot.all(Session.class).stream()
                .filter(session -> !vacuums.contains(session.pid())) // no vacuum holds up another
                .filter(session -> !session.kind().equals("parallel worker")) // its leader holds the same
                .filter(session -> !session.kind().equals("walsender")); // known as a replica
    }

    private static XminHolder of(Session session, Snapshot snapshot) {
        return new XminHolder(
                new Subject("session", session.role() + "/" + session.application()),
                "session " + session.pid(),
                session.database(),
                older(session.transactionAge(), session.snapshotAge()),
                session.transactionStartedAt(),
                false,
                Set.of(session.pid()),
                EndOfSession.story(session, snapshot),
                session.blockedBy().isEmpty() ? EndOfSession.of(session) : endOfWait(session));
    }

    /// Whoever waits for a lock lets go as soon as it has it and has done its work.
    private static Remedy endOfWait(Session session) {
        String others = session.blockedBy().stream()
                .map(pid -> pid == 0 ? "a prepared transaction" : "session " + pid)
                .distinct()
                .collect(Collectors.joining(", "));
        return new Remedy.Advice("It waits for a lock: look first at who is before it, " + others
                + ". As soon as that one ends, this one goes on.");
    }

    private static XminHolder of(ReplicationSlot slot) {
        boolean everything = slot.snapshotAge() != null;
        Remedy remedy = new Remedy.Advice(
                "If its consumer will come back, start it again or mend it: as soon as it confirms what it has received,"
                        + " the slot lets go.",
                "If nobody will come for it any more, drop it: \""
                        + Sql.format("select pg_drop_replication_slot(%L)", slot.name())
                        + "\". The consumer must then be set up anew.");
        return new XminHolder(
                new Subject("replication slot", slot.name()),
                "replication slot \"" + slot.name() + "\"",
                everything ? null : slot.database(),
                everything ? older(slot.snapshotAge(), null) : older(slot.catalogSnapshotAge(), null),
                null,
                !everything,
                Set.of(),
                "It is a " + slot.kind() + " slot, and " + (slot.active() ? "a process uses it" : "no process uses it"),
                remedy);
    }

    private static XminHolder of(PreparedTransaction prepared) {
        return new XminHolder(
                new Subject("prepared transaction", prepared.identifier()),
                "prepared transaction \"" + prepared.identifier() + "\"",
                prepared.database(),
                prepared.age(),
                prepared.preparedAt(),
                false,
                Set.of(),
                "It belongs to role " + prepared.owner() + ", and is neither committed nor rolled back",
                EndOfPreparedTransaction.of(prepared));
    }

    private static XminHolder of(Replica replica) {
        Remedy remedy = new Remedy.Advice(
                "Look for the oldest transaction on that standby, in pg_stat_activity there, and end it.",
                "If the standby's queries may be cancelled instead, set hot_standby_feedback to off there.");
        return new XminHolder(
                new Subject("standby", replica.application()),
                "standby \"" + replica.application() + "\"",
                null,
                older(replica.snapshotAge(), null),
                null,
                false,
                Set.of(),
                "It asks for them with hot_standby_feedback, for a transaction there still reads them",
                remedy);
    }

    private Instant sinceOr(Instant other) {
        return Objects.requireNonNullElse(since, other);
    }

    private static long older(@Nullable Long one, @Nullable Long other) {
        return Math.max(Objects.requireNonNullElse(one, 0L), Objects.requireNonNullElse(other, 0L));
    }
}
