// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import dev.tickbird.server.HeldLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// A statement that cannot run inside a transaction block, watched while it runs.
final class Solo {

    private final Connection witness;
    private final int pid;
    private final List<LockTaken> locks = new ArrayList<>();
    private boolean outwaits;

    interface Act {
        void run() throws SQLException;
    }

    Solo(Connection witness, int pid) {
        this.witness = witness;
        this.pid = pid;
    }

    /// Runs it, and has bystanders step aside one after the other as they are waited for.
    void perform(Act act, Bystanders bystanders) throws SQLException {
        FutureTask<Void> task = new FutureTask<>(() -> {
            act.run();
            return null;
        });
        Thread.ofVirtual().start(task);
        try {
            while (!task.isDone()) {
                List<Integer> inTheWay = bystanders.holdingBack(pid);
                look(!inTheWay.isEmpty());
                bystanders.step(inTheWay);
            }
            task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", e);
        }
    }

    private void look(boolean waiting) throws SQLException {
        List<HeldLock> held = HeldLock.of(pid, witness);
        held.forEach(lock -> locks.add(LockTaken.of(lock)));
        outwaits |= waiting && held.stream().allMatch(HeldLock::granted);
    }

    List<LockTaken> locks() {
        return locks;
    }

    boolean outwaits() {
        return outwaits;
    }
}
