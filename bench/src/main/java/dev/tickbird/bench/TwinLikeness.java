// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import dev.tickbird.lab.twin.Face;
import dev.tickbird.lab.twin.Twin;
import dev.tickbird.lab.twin.TwinOptions;
import dev.tickbird.model.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// A twin as what is measured.
record TwinLikeness(Twin twin) implements Likeness {

    static Likeness make(Snapshot snapshot) {
        return new TwinLikeness(Twin.build(snapshot, TwinOptions.of(Face.GHOST)));
    }

    @Override
    public Connection connect() throws SQLException {
        return twin.connect();
    }

    @Override
    public List<String> gaps() {
        return twin.gaps().stream().map(Object::toString).toList();
    }

    @Override
    public void close() {
        twin.close();
    }
}
