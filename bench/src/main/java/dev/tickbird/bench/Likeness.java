// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import dev.tickbird.model.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// A database that is to plan as another one did: a twin made from a snapshot, or the same rows loaded once more.
interface Likeness extends AutoCloseable {

    Connection connect() throws SQLException;

    /// What could not be made alike.
    List<String> gaps();

    @Override
    void close();

    /// Makes a likeness of what a snapshot shows.
    interface Maker {

        Likeness make(Snapshot snapshot) throws Exception;
    }
}
