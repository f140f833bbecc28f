// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.lab.ghost.Ghost;
import dev.tickbird.lab.twin.Twin;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.finding.Words;
import dev.tickbird.server.Script;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// The planner of a twin, for as long as that lives. It plans over a few backends at once, and answers from memory what
/// it has planned before with the same settings and the same indexes on the tables that were touched.
///
/// ```java
/// try (Planner planner = Planner.on(ghost, snapshot, progress)) {
///     List<Form> forms = planner.forms(Workload.of(snapshot)).all();
///     planner.plan(forms, Circumstances.AS_IS);
///     planner.plan(forms, Circumstances.AS_IS.withIndex("create index on orders (customer_id)"));
/// }
/// ```
public final class Planner implements AutoCloseable {

    private final Twin twin;
    private final Snapshot snapshot;
    private final Consumer<String> progress;
    private final IndexSwitch indexes;
    private final Backends backends;
    private final Memory memory = new Memory();
    private long asked;
    private long made;

    private Planner(Twin twin, Snapshot snapshot, Consumer<String> progress, Backends backends) {
        this.twin = twin;
        this.snapshot = snapshot;
        this.progress = progress;
        indexes = new IndexSwitch(twin, Ghost.of(snapshot).indexesIn(twin.server(), twin.database()));
        this.backends = backends;
    }

    /// @param snapshot that the twin is the ghost of
    /// @param progress is told how far it has come
    public static Planner on(Twin twin, Snapshot snapshot, Consumer<String> progress) {
        return new Planner(twin, snapshot, progress, Backends.of(twin));
    }

    /// The same, but plans one query after the other.
    static Planner sequential(Twin twin, Snapshot snapshot, Consumer<String> progress) {
        return new Planner(twin, snapshot, progress, Backends.single(twin));
    }

    Twin twin() {
        return twin;
    }

    /// The ways in which these queries are planned. They are found on the twin as it is.
    public synchronized Forms forms(List<Query> queries) {
        try {
            indexes.turn(Set.of());
            return Forms.of(queries, backends.first(), snapshot);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// The answer to each of them, in their order.
    ///
    /// @throws TickbirdException if the circumstances are refused, or the twin does not answer
    public synchronized List<Reply> plan(Collection<Form> forms, Circumstances circumstances) {
        try {
            Map<Long, Long> turned = indexes.turnedIn(circumstances);
            Map<Memory.Question, Form> missing = new LinkedHashMap<>();
            for (Form form : forms) {
                Memory.Question question = Memory.Question.of(form, circumstances);
                if (memory.recall(question, turned).isEmpty()) {
                    missing.putIfAbsent(question, form);
                }
            }
            if (!missing.isEmpty()) {
                make(missing, circumstances, turned);
            }
            asked += forms.size();
            made += missing.size();
            return forms.stream()
                    .map(form -> memory.recall(Memory.Question.of(form, circumstances), turned)
                            .orElseThrow())
                    .toList();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private void make(Map<Memory.Question, Form> missing, Circumstances circumstances, Map<Long, Long> turned)
            throws SQLException {
        indexes.turn(turned.keySet());
        backends.plan(
                missing,
                circumstances.settings(),
                (question, planning) -> memory.keep(question, planning.touched(), turned, planning.reply()),
                count -> progress.accept(
                        "planning: " + Words.count(count) + " of " + Words.count(missing.size(), "plan")));
    }

    /// Those that read or write a table that has other indexes under the circumstances, as far as they were planned
    /// before with its settings.
    ///
    /// @throws TickbirdException if the circumstances are refused
    public synchronized List<Form> concerned(Collection<Form> forms, Circumstances circumstances) {
        try {
            Set<Long> tables = new HashSet<>(indexes.turnedIn(circumstances).values());
            return forms.stream()
                    .filter(form -> memory.touches(Memory.Question.of(form, circumstances), tables))
                    .toList();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// How many answers were asked for.
    public synchronized long asked() {
        return asked;
    }

    /// How many of them PostgreSQL had to plan.
    public synchronized long made() {
        return made;
    }

    /// The indexes, statistics or sizes of these tables are for good no more what they were.
    ///
    /// @param tables by their OIDs in the twin
    synchronized void forget(Set<Long> tables) {
        indexes.lookAgain();
        memory.forget(tables);
    }

    /// Any of them may be otherwise now.
    synchronized void forgetAll() {
        indexes.lookAgain();
        memory.forgetAll();
    }

    private static TickbirdException failure(SQLException e) {
        return TickbirdException.target("could not plan on the twin: " + Script.refusal(e), null, e);
    }

    /// The twin lives on.
    @Override
    public synchronized void close() {
        try (indexes) {
            backends.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }
}
