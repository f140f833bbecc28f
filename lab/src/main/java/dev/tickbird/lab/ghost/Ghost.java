// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

import dev.tickbird.model.Gap;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.observe.target.Environment;
import dev.tickbird.observe.target.LiveTarget;
import dev.tickbird.observe.target.Target;
import dev.tickbird.observe.target.Timeouts;
import dev.tickbird.server.EmbeddedServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the planner saw on the source, ready to be shown to it elsewhere.
///
/// ```java
/// List<Gap> gaps = Ghost.of(snapshot).grow(10).appearIn(server, "shop");
/// ```
public final class Ghost {

    private final Snapshot snapshot;
    private final Set<QualifiedName> changed;

    private Ghost(Snapshot snapshot, Set<QualifiedName> changed) {
        this.snapshot = snapshot;
        this.changed = Set.copyOf(changed);
    }

    /// The source as it was when the snapshot was taken.
    public static Ghost of(Snapshot snapshot) {
        return new Ghost(snapshot, Set.of());
    }

    /// The source when every table has grown by this factor.
    public Ghost grow(double factor) {
        return grown(snapshot.all(Table.class), factor);
    }

    /// The source when one table has grown by this factor, with its partitions.
    public Ghost grow(QualifiedName table, double factor) {
        List<Table> tables = snapshot.all(Table.class).stream()
                .filter(each -> each.qualifiedName().equals(table)
                        || Relations.of(snapshot).root(each).qualifiedName().equals(table))
                .toList();
        if (tables.isEmpty()) {
            throw TickbirdException.usage("table \"" + table + "\" does not exist in the snapshot", null);
        }
        return grown(tables, factor);
    }

    private Ghost grown(List<Table> tables, double factor) {
        Map<Long, Double> factors = new HashMap<>();
        tables.forEach(table -> factors.put(table.oid(), factor));
        Growth growth = new Growth(snapshot, factors);
        Set<QualifiedName> concerned = new HashSet<>(changed);
        snapshot.all(Table.class).stream()
                .filter(table -> growth.concerns(table.oid()))
                .forEach(table -> concerned.add(table.qualifiedName()));
        return new Ghost(growth.grown(), concerned);
    }

    /// The tables of which it shows something else than the source has: those that have grown, and those whose values
    /// become more with them.
    public Set<QualifiedName> changed() {
        return changed;
    }

    /// What it shows.
    Snapshot snapshot() {
        return snapshot;
    }

    /// Makes the planner of this database see what it saw on the source, and returns what could not be made so. The
    /// database has the same schema and no rows; its own statistics are replaced. May be done
    /// again, with another ghost.
    public List<Gap> appearIn(EmbeddedServer server, String database) {
        try (Connection connection = connect(server, database)) {
            connection.setAutoCommit(false);
            return new Appearance(snapshot, connection, server.dataFolder()).appear();
        } catch (SQLException | IOException e) {
            throw TickbirdException.target(
                    "could not give database \"" + database + "\" the face of the source: " + e.getMessage(), null, e);
        }
    }

    /// Where indexes are tried that the source does not have, once the ghost has appeared.
    public HypotheticalIndexes indexesIn(EmbeddedServer server, String database) {
        return new HypotheticalIndexes(snapshot, server, database);
    }

    static Connection connect(EmbeddedServer server, String database) {
        LiveTarget target = (LiveTarget) Target.parse(server.uri(database), Environment.ofProcess());
        return target.connect(Timeouts.forStatements(Duration.ZERO));
    }
}
