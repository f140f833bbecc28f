// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.server.HeldLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/// Carries a script out in one session, statement by statement, and looks at what each has done: at the catalogs from
/// within the session, at its locks from another.
final class Performance implements AutoCloseable {

    /// "cannot run inside a transaction block", and "invalid transaction termination" of a procedure that commits.
    private static final Set<String> ALONE = Set.of("25001", "2D000");

    private final Stage stage;
    private final TimeLimit limit;
    private final Connection session;
    private final Connection witness;
    private final int pid;
    private final Set<Long> original;
    private final Map<QualifiedName, LockTaken> held = new HashMap<>();
    private int transaction = 1;

    /// @param error what ended it; null if everything ran
    record Played(List<Observed> ran, @Nullable ScriptError error) {}

    private Performance(Stage stage, Duration limit, Connection session, Connection witness) throws SQLException {
        this.stage = stage;
        this.limit = new TimeLimit(stage, limit);
        this.session = session;
        this.witness = witness;
        this.pid = session.unwrap(PGConnection.class).getBackendPID();
        this.original = Set.copyOf(Relation.all(witness).keySet());
    }

    static Performance on(Stage stage, Connection session, Duration limit) throws SQLException {
        return new Performance(stage, limit, session, stage.connect());
    }

    /// @param progress is told which statement is being run
    Played play(SqlScript script, Consumer<String> progress) {
        List<Observed> ran = new ArrayList<>();
        int all = script.statements().size();
        for (SqlStatement statement : script.statements()) {
            progress.accept("rehearsing statement " + (ran.size() + 1) + " of " + all);
            try {
                ran.add(perform(statement));
            } catch (SQLException e) {
                return new Played(ran, ScriptError.of(e, statement, script));
            }
        }
        if (state() != TransactionState.IDLE) {
            String message = "the script ends inside a transaction block, and nothing of it would last";
            SqlStatement last = script.statements().getLast();
            return new Played(ran, new ScriptError(message, "25000", last.place()));
        }
        return new Played(ran, null);
    }

    private Observed perform(SqlStatement statement) throws SQLException {
        if (statement.isAboutTransactions() || statement.verb().equals("lock") && state() == TransactionState.IDLE) {
            return steer(statement);
        }
        return state() == TransactionState.IDLE ? byItself(statement) : inside(statement);
    }

    /// A rollback to a savepoint lets go of locks, which then are taken for held: too strict rather than too lenient.
    private Observed steer(SqlStatement statement) throws SQLException {
        int number = transaction;
        Duration took = timed(() -> limit.execute(statement.text(), session, pid));
        endIfOver();
        return new Observed(statement.text(), statement.place(), number, false, List.of(), false, Work.NONE, took);
    }

    private Observed byItself(SqlStatement statement) throws SQLException {
        try {
            execute("begin");
            Observed observed = inside(statement);
            execute("commit");
            endIfOver();
            return observed;
        } catch (SQLException e) {
            rollBack();
            if (!ALONE.contains(e.getSQLState())) {
                throw e;
            }
            return alone(statement);
        }
    }

    private Observed inside(SqlStatement statement) throws SQLException {
        int number = transaction;
        Map<Long, Relation> before = Relation.all(session);
        Duration took = timed(() -> limit.execute(statement.text(), session, pid));
        List<LockTaken> locks =
                HeldLock.of(pid, witness).stream().map(LockTaken::of).toList();
        Work work = Work.between(
                before, Relation.all(session), original, statement.verb().equals("truncate"));
        List<LockTaken> news = news(locks, before);
        endIfOver();
        return new Observed(statement.text(), statement.place(), number, false, news, false, work, took);
    }

    private Observed alone(SqlStatement statement) throws SQLException {
        Map<Long, Relation> before = Relation.all(witness);
        Solo solo = new Solo(witness, pid);
        Duration took = timed(() -> {
            try (Bystanders bystanders = Bystanders.on(NamedTables.of(statement, session), stage, witness)) {
                solo.perform(() -> limit.execute(statement.text(), session, pid), bystanders);
            }
        });
        Work seen = Work.between(before, Relation.all(witness), original, false);
        List<LockTaken> locks = news(solo.locks(), before);
        Work work = statement.verb().equals("vacuum") ? seen.reading(tables(locks)) : seen;
        held.clear();
        return new Observed(
                statement.text(), statement.place(), transaction++, true, locks, solo.outwaits(), work, took);
    }

    /// A vacuum reads what it locks: at most all of it.
    private static List<QualifiedName> tables(List<LockTaken> locks) {
        return locks.stream()
                .filter(lock -> lock.table() == null)
                .map(LockTaken::relation)
                .toList();
    }

    /// The locks that the transaction did not hold yet as strongly, on relations that were there before the script.
    private List<LockTaken> news(List<LockTaken> locks, Map<Long, Relation> relations) {
        Set<QualifiedName> own = relations.values().stream()
                .filter(relation -> !original.contains(relation.oid()))
                .map(Relation::name)
                .collect(Collectors.toSet());
        Set<QualifiedName> known =
                relations.values().stream().map(Relation::name).collect(Collectors.toSet());
        List<LockTaken> news = LockTaken.strongest(locks).stream()
                .filter(lock -> !own.contains(lock.relation()))
                .filter(lock -> lock.isStrongerThan(held.get(lock.relation())))
                .filter(lock -> known.contains(lock.relation()) || state() != TransactionState.IDLE)
                .toList();
        news.forEach(lock -> held.put(lock.relation(), lock));
        return news;
    }

    private static Duration timed(Solo.Act act) throws SQLException {
        long start = System.nanoTime();
        act.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private TransactionState state() {
        try {
            return session.unwrap(BaseConnection.class).getTransactionState();
        } catch (SQLException e) {
            return TransactionState.IDLE; // the session is gone
        }
    }

    private void endIfOver() {
        if (state() == TransactionState.IDLE) {
            held.clear();
            transaction++;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute(sql);
        }
    }

    private void rollBack() throws SQLException {
        if (!session.isClosed() && state() != TransactionState.IDLE) {
            execute("rollback");
        }
        held.clear();
    }

    @Override
    public void close() throws SQLException {
        witness.close();
        session.close(); // an open transaction is rolled back
    }
}
