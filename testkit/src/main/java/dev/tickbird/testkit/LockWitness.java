// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.testkit;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.LocksSeen;
import dev.tickbird.model.finding.RemedyScript;
import dev.tickbird.server.HeldLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Sees which locks a session takes while it carries out a remedy, and compares them with those that the
/// remedy declares.
///
/// What is not seen: locks of statements that run outside a transaction block, for they let go of them before they end.
final class LockWitness implements AutoCloseable {

    private final Connection connection;
    private LocksSeen locks = LocksSeen.NONE;

    LockWitness(Connection connection) {
        this.connection = connection;
    }

    /// Remembers what a session holds right now.
    void look(int pid) throws SQLException {
        for (HeldLock lock : HeldLock.of(pid, connection)) {
            LocksSeen.Seen seen = new LocksSeen.Seen(
                    LockMode.of(lock.mode()),
                    lock.table() == null || lock.tableSchema() == null
                            ? null
                            : new QualifiedName(lock.tableSchema(), lock.table()));
            locks = locks.and(new QualifiedName(lock.schema(), lock.relation()), seen);
        }
    }

    /// What a remedy should say otherwise of its locks, one sentence a relation.
    List<String> objections(Impact impact, RemedyScript script) {
        return locks.objections(impact, !script.standsAlone());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
