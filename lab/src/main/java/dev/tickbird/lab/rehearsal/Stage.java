// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.observe.Observer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;

/// A database to try things on, on a server of our own: the thin face of a twin, or any other that may be thrown away.
public interface Stage {

    Duration PATIENCE = Duration.ofSeconds(60);

    /// Connects as the superuser.
    Connection connect() throws SQLException;

    /// Connects as another role, without a password.
    Connection connect(String role) throws SQLException;

    /// Makes the database again what it was at first. Nobody may be connected.
    void reset() throws SQLException;

    /// What an examination of the database sees now.
    default Snapshot snapshot(Collection<Class<? extends Fact>> facts) throws SQLException {
        try (Connection connection = connect()) {
            return Observer.observe(connection, facts, PATIENCE, fact -> {});
        }
    }
}
