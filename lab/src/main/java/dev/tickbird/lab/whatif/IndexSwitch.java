// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.lab.ghost.HypotheticalIndex;
import dev.tickbird.lab.ghost.HypotheticalIndexes;
import dev.tickbird.lab.twin.Twin;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.TickbirdException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which indexes the planner of a twin sees. At rest it sees those of the source. An index that is tried is built once,
/// and hidden; what is otherwise for a plan is turned, for all sessions at once, so that several can plan so.
final class IndexSwitch implements AutoCloseable {

    private final Twin twin;
    private final HypotheticalIndexes hypothetical;

    /// What was built, by its definition: the indexes with their tables.
    private final Map<String, Map<Long, Long>> built = new HashMap<>();

    private final Set<Long> hiddenAtRest = new HashSet<>();
    private Set<Long> turned = Set.of();
    private @Nullable Connection connection;
    private @Nullable TwinIndexes there;

    IndexSwitch(Twin twin, HypotheticalIndexes hypothetical) {
        this.twin = twin;
        this.hypothetical = hypothetical;
    }

    /// The indexes that are otherwise under these circumstances than at rest, each with its table.
    ///
    /// @throws TickbirdException if an index cannot be created, or is not there to be dropped
    Map<Long, Long> turnedIn(Circumstances circumstances) throws SQLException {
        Map<Long, Long> otherwise = new HashMap<>();
        for (String definition : circumstances.created()) {
            otherwise.putAll(built(definition));
        }
        for (QualifiedName name : circumstances.dropped()) {
            TwinIndexes indexes = there();
            if (!indexes.names().contains(name)) {
                throw TickbirdException.target("the twin lacks index " + name, null, null);
            }
            otherwise.putAll(indexes.withParts(name));
        }
        return otherwise;
    }

    private Map<Long, Long> built(String definition) throws SQLException {
        @Nullable Map<Long, Long> known = built.get(definition);
        if (known != null) {
            return known;
        }
        turn(Set.of()); // so that its size does not depend on what is tried beside it
        List<Long> made = hypothetical.create(definition).stream()
                .map(HypotheticalIndex::oid)
                .toList();
        Map<Long, Long> tables = TwinIndexes.tables(connection(), made);
        HypotheticalIndexes.setVisible(connection(), tables.keySet(), false);
        connection().commit();
        hiddenAtRest.addAll(tables.keySet());
        built.put(definition, tables);
        return tables;
    }

    /// Shows the planner these indexes otherwise than at rest, and no others.
    void turn(Set<Long> indexes) throws SQLException {
        if (indexes.equals(turned)) {
            return;
        }
        Set<Long> shown = new HashSet<>();
        Set<Long> hidden = new HashSet<>();
        Set<Long> concerned = new HashSet<>(turned);
        concerned.addAll(indexes);
        for (long index : concerned) {
            if (turned.contains(index) != indexes.contains(index)) {
                (hiddenAtRest.contains(index) == indexes.contains(index) ? shown : hidden).add(index);
            }
        }
        HypotheticalIndexes.setVisible(connection(), shown, true);
        HypotheticalIndexes.setVisible(connection(), hidden, false);
        connection().commit();
        turned = Set.copyOf(indexes);
    }

    /// Somebody else has made or hidden indexes for good.
    void lookAgain() {
        there = null;
    }

    private TwinIndexes there() throws SQLException {
        if (there == null) {
            turn(Set.of());
            there = TwinIndexes.of(connection());
            connection().commit();
        }
        return there;
    }

    private Connection connection() throws SQLException {
        if (connection == null) {
            connection = twin.connect();
            connection.setAutoCommit(false);
        }
        return connection;
    }

    @Override
    public void close() throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }
}
