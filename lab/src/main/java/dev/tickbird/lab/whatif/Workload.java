// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Gap;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.Statement;
import dev.tickbird.model.statistics.StatementText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the source was asked most, from pg_stat_statements.
public final class Workload {

    /// What it is made of.
    public static final Set<Class<? extends Fact>> FACTS = Set.of(Statement.class, StatementText.class, Database.class);

    private Workload() {}

    /// Whether the snapshot holds statements.
    public static boolean isKnown(Snapshot snapshot) {
        return snapshot.observed().containsAll(FACTS)
                && !snapshot.all(StatementText.class).isEmpty();
    }

    /// What is [#known].
    ///
    /// @throws TickbirdException if there is nothing
    public static List<Query> of(Snapshot snapshot) {
        List<Query> known = known(snapshot);
        if (known.isEmpty()) {
            String nothing = isKnown(snapshot)
                    ? "pg_stat_statements knows only statements in which the planner has no part"
                    : "the snapshot holds no statements of pg_stat_statements";
            throw TickbirdException.usage(
                    "there is no query to plan: "
                            + snapshot.gap(StatementText.class).map(Gap::reason).orElse(nothing),
                    "Name queries with --query or --workload.");
        }
        return known;
    }

    /// The statements of the snapshot's database, those that took the longest first, without those with which
    /// Tickbird itself has read it, and without those in which the planner has no part, such as `vacuum`.
    public static List<Query> known(Snapshot snapshot) {
        if (!isKnown(snapshot)) {
            return List.of();
        }
        Map<Long, Double> millis = new HashMap<>();
        long database = database(snapshot);
        for (Statement statement : snapshot.all(Statement.class)) {
            if (statement.database() == database) {
                millis.merge(statement.queryId(), statement.totalMillis(), Double::sum);
            }
        }
        List<StatementText> texts = new ArrayList<>(snapshot.all(StatementText.class).stream()
                .filter(text -> millis.containsKey(text.queryId()) && !text.isOwn())
                .toList());
        texts.sort(Comparator.comparingDouble(text -> -millis.getOrDefault(text.queryId(), 0.0)));
        return texts.stream()
                .filter(text -> Plannable.of(text.text()).isPresent())
                .map(text -> new Query("statement " + text.queryId(), text.text()))
                .toList();
    }

    private static long database(Snapshot snapshot) {
        String name = snapshot.the(Server.class).database();
        return snapshot.all(Database.class).stream()
                .filter(database -> database.name().equals(name))
                .findFirst()
                .map(Database::oid)
                .orElse(0L);
    }
}
