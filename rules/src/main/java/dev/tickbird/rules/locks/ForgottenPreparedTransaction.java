// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.locks;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Lock;
import dev.tickbird.model.activity.PreparedTransaction;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Server;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.connections.EndOfPreparedTransaction;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A transaction that was prepared for two-phase commit and that nobody has ended: not even a restart does.
///
/// @param minAge a transaction manager that works ends its transactions within seconds
public record ForgottenPreparedTransaction(Duration minAge) implements Rule {

    public ForgottenPreparedTransaction() {
        this(Duration.ofHours(1));
    }

    @Override
    public Needs needs() {
        return Needs.facts(PreparedTransaction.class, Lock.class, Table.class);
    }

    /// They say whom it hurts already.
    @Override
    public Set<String> yieldsTo() {
        return Set.of("blocked-session", "held-xmin-horizon");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return snapshot.all(PreparedTransaction.class).stream()
                .filter(prepared -> age(prepared, snapshot).compareTo(minAge) >= 0)
                .map(prepared -> finding(prepared, snapshot));
    }

    private static Duration age(PreparedTransaction prepared, Snapshot snapshot) {
        return Duration.between(prepared.preparedAt(), snapshot.takenAt());
    }

    private Finding finding(PreparedTransaction prepared, Snapshot snapshot) {
        Duration age = age(prepared, snapshot);
        return finding(
                Severity.WARNING,
                new Subject("prepared transaction", prepared.identifier()),
                "prepared transaction \"" + prepared.identifier() + "\" has been left open for " + Words.duration(age),
                "It belongs to role " + prepared.owner() + ", database \"" + prepared.database()
                        + "\", and is neither committed nor rolled back." + locked(prepared, snapshot),
                Evidence.of("openSeconds", age.toSeconds()).and("transactionAge", prepared.age()),
                "Its locks stay, over restarts too, and no vacuum removes rows that died after it began. No session shows"
                        + " it, so nobody finds it by looking at what runs.",
                EndOfPreparedTransaction.of(prepared));
    }

    /// The server does not say which prepared transaction holds which lock.
    private static String locked(PreparedTransaction prepared, Snapshot snapshot) {
        if (!prepared.database().equals(snapshot.the(Server.class).database())) {
            return "";
        }
        List<String> tables = snapshot.all(Lock.class).stream()
                .filter(lock -> lock.pid() == null && lock.type().equals("relation"))
                .flatMap(lock -> Relations.of(snapshot).table(lock.relation()).stream())
                .map(table -> table.qualifiedName().toString())
                .distinct()
                .sorted()
                .toList();
        boolean alone = snapshot.all(PreparedTransaction.class).size() == 1;
        String who = alone ? " It holds locks on " : " The prepared transactions hold locks on ";
        return tables.isEmpty() ? "" : who + Words.some(tables, 3) + ".";
    }
}
