// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.queries;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.Statement;
import dev.tickbird.model.statistics.StatementText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What one statement has cost in this database, for all roles that ran it.
///
/// @param blocks asked for, wherever they were found
/// @param spilled blocks that were written to temporary files
/// @param spillMillis how long that and reading them again took; 0 where it is not measured
/// @param jitMillis spent on compiling; 0 where it is not counted
record Cost(
        long queryId,
        long calls,
        double millis,
        long rows,
        long blocks,
        long spilled,
        double spillMillis,
        double jitMillis) {

    /// Statements inside functions are part of the statement that calls the function, and not counted again; those with
    /// which Tickbird has read the server are no work of its users.
    static List<Cost> ofStatements(Snapshot snapshot) {
        String name = snapshot.the(Server.class).database();
        long database = snapshot.all(Database.class).stream()
                .filter(it -> it.name().equals(name))
                .mapToLong(Database::oid)
                .findFirst()
                .orElse(0);
        Set<Long> own = snapshot.all(StatementText.class).stream()
                .filter(StatementText::isOwn)
                .map(StatementText::queryId)
                .collect(Collectors.toSet());
        Map<Long, Cost> costs = new LinkedHashMap<>();
        snapshot.all(Statement.class).stream()
                .filter(statement -> statement.topLevel() && statement.database() == database)
                .filter(statement -> !own.contains(statement.queryId()))
                .map(Cost::of)
                .forEach(cost -> costs.merge(cost.queryId, cost, Cost::and));
        return List.copyOf(costs.values());
    }

    /// Its words, if it is what applications do.
    Stream<StatementWords> work(Snapshot snapshot) {
        return snapshot.all(StatementText.class).stream()
                .filter(text -> text.queryId() == queryId)
                .map(text -> new StatementWords(text.text()))
                .filter(StatementWords::isWork);
    }

    double meanMillis() {
        return calls == 0 ? 0 : millis / calls;
    }

    private static Cost of(Statement statement) {
        return new Cost(
                statement.queryId(),
                statement.calls(),
                statement.totalMillis(),
                statement.rows(),
                statement.sharedHit() + statement.sharedRead(),
                statement.tempWritten(),
                Objects.requireNonNullElse(statement.tempReadMillis(), 0.0)
                        + Objects.requireNonNullElse(statement.tempWriteMillis(), 0.0),
                Objects.requireNonNullElse(statement.jitMillis(), 0.0));
    }

    private Cost and(Cost other) {
        return new Cost(
                queryId,
                calls + other.calls,
                millis + other.millis,
                rows + other.rows,
                blocks + other.blocks,
                spilled + other.spilled,
                spillMillis + other.spillMillis,
                jitMillis + other.jitMillis);
    }
}
