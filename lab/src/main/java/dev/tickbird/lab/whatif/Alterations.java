// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.lab.ghost.Ghost;
import dev.tickbird.lab.ghost.HypotheticalIndex;
import dev.tickbird.lab.ghost.HypotheticalIndexes;
import dev.tickbird.lab.rehearsal.Enactment;
import dev.tickbird.lab.twin.Twin;
import dev.tickbird.lab.twin.TwinGap;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.server.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The changes, made on a twin.
record Alterations(Snapshot snapshot, Changes changes) {

    /// Says what cannot be, before anything is planned.
    void check() {
        for (Changes.Growth growth : changes.growth()) {
            if (!(growth.factor() > 0) || Double.isInfinite(growth.factor())) {
                throw TickbirdException.usage("tables cannot grow by the factor " + growth.factor(), null);
            }
            growth.table().ifPresent(name -> table(snapshot, name));
        }
        ghost(); // which refuses what PostgreSQL cannot have
        for (String definition : changes.indexes()) {
            try {
                Single.statement(definition);
            } catch (SQLException e) {
                throw TickbirdException.usage(
                        "\"" + definition + "\" does not create an index: " + e.getMessage(), null);
            }
        }
        changes.script().ifPresent(script -> Enactment.check(script.name(), script.sql()));
        if (changes.script().isEmpty() && changes.indexes().isEmpty()) {
            Set<QualifiedName> known = new TreeSet<>();
            snapshot.all(Index.class).forEach(index -> known.add(index.qualifiedName()));
            changes.hidden().forEach(name -> new Named("index", name).among(known));
        }
    }

    static QualifiedName table(Snapshot snapshot, String name) {
        Set<QualifiedName> known = new TreeSet<>();
        for (Table table : snapshot.all(Table.class)) {
            known.add(table.qualifiedName());
            known.add(Relations.of(snapshot).root(table).qualifiedName());
        }
        return new Named("table", name).among(known);
    }

    /// Makes them, and says what of them could not be made true.
    List<TwinGap> make(Planner planner) {
        Twin twin = planner.twin();
        List<TwinGap> gaps = new ArrayList<>();
        Migrated migrated = new Migrated(twin);
        changes.script().map(migrated::run).ifPresent(gaps::addAll);
        Ghost ghost = ghost();
        if (changes.script().isPresent() || !changes.growth().isEmpty()) {
            ghost.appearIn(twin.server(), twin.database()).forEach(gap -> gaps.add(TwinGap.of(gap)));
        }
        HypotheticalIndexes indexes = ghost.indexesIn(twin.server(), twin.database());
        if (changes.script().isPresent()) {
            gaps.addAll(migrated.complete(indexes, snapshot));
        }
        List<HypotheticalIndex> made = new ArrayList<>();
        changes.indexes().forEach(definition -> made.addAll(create(indexes, definition, twin.gaps())));
        made.stream().filter(it -> it.method().equals("gin")).forEach(it -> gaps.add(guessed(it)));
        planner.forget(touched(twin, ghost.changed(), made));
        return gaps;
    }

    /// How many elements there are, and in how many rows each, decides how large GIN's parts are.
    private static TwinGap guessed(HypotheticalIndex index) {
        return new TwinGap(
                "index " + index.name(),
                "its size is guessed, for no statistics tell all elements of the values: what a search of it costs may"
                        + " be half as much or twice as much",
                null);
    }

    private List<HypotheticalIndex> create(HypotheticalIndexes indexes, String definition, List<TwinGap> lacking) {
        try {
            return indexes.create(definition);
        } catch (TickbirdException e) {
            Optional<String> hint = new Elsewhere(snapshot, lacking).hint(e.message());
            throw hint.isPresent() ? TickbirdException.usage(e.message(), hint.get()) : e;
        }
    }

    private Ghost ghost() {
        Ghost ghost = Ghost.of(snapshot);
        for (Changes.Growth growth : changes.growth()) {
            ghost = growth.table().isPresent()
                    ? ghost.grow(table(snapshot, growth.table().get()), growth.factor())
                    : ghost.grow(growth.factor());
        }
        return ghost;
    }

    /// Hides what is to be hidden, and says which tables all the changes have touched.
    private Set<Long> touched(Twin twin, Set<QualifiedName> grown, List<HypotheticalIndex> made) {
        try (Connection connection = twin.connect()) {
            connection.setAutoCommit(false);
            Set<Long> tables = new HashSet<>(TwinIndexes.oids(connection, grown));
            List<Long> indexes = made.stream().map(HypotheticalIndex::oid).toList();
            tables.addAll(TwinIndexes.tables(connection, indexes).values());
            if (!changes.hidden().isEmpty()) {
                tables.addAll(hide(connection));
            }
            connection.commit();
            return tables;
        } catch (SQLException e) {
            throw TickbirdException.target("could not hide an index: " + Script.refusal(e), null, e);
        }
    }

    /// For every session, and as long as the twin lives.
    ///
    /// @return the tables of what is hidden
    private Collection<Long> hide(Connection connection) throws SQLException {
        TwinIndexes there = TwinIndexes.of(connection);
        Map<Long, Long> hidden = new HashMap<>();
        for (String name : changes.hidden()) {
            hidden.putAll(there.withParts(new Named("index", name).among(there.names())));
        }
        HypotheticalIndexes.setVisible(connection, hidden.keySet(), false);
        return hidden.values();
    }
}
