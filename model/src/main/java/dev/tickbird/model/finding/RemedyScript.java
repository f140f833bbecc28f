// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.finding;

import java.util.ArrayList;
import java.util.List;

/// The steps of a remedy as they are carried out, word for word: what reports print, and what the tests run.
///
/// Steps that follow each other and may run inside a transaction block share one: they take effect together or not at
/// all. Whoever waits for a lock makes all who come later wait behind, so a block gives up soon; whatever fails in it,
/// nothing of it has happened, and it can be run again.
///
/// ```
/// begin;
/// set local lock_timeout = '2s';
/// alter table public.ticket alter column id type bigint;
/// commit;
/// ```
public record RemedyScript(List<Block> blocks) {

    /// Ends a block that is enclosed.
    public static final Sql COMMIT = Sql.format("commit");

    private static final Sql BEGIN = Sql.format("begin");
    private static final Sql GIVE_UP_SOON = Sql.format("set local lock_timeout = '2s'");

    /// Statements that take effect together.
    ///
    /// @param transactional whether they may run inside a transaction block; if not, it is one statement
    public record Block(List<Sql> statements, boolean transactional) {

        public Block {
            statements = List.copyOf(statements);
        }
    }

    public RemedyScript {
        blocks = List.copyOf(blocks);
    }

    /// @param locking whether one of the steps may have to wait for a lock
    public static RemedyScript of(List<Step> steps, boolean locking) {
        List<Block> blocks = new ArrayList<>();
        List<Sql> together = new ArrayList<>();
        for (Step step : steps) {
            if (step.transactional()) {
                together.add(step.sql());
            } else {
                close(together, locking, blocks);
                blocks.add(new Block(List.of(step.sql()), false));
            }
        }
        close(together, locking, blocks);
        return new RemedyScript(blocks);
    }

    private static void close(List<Sql> together, boolean locking, List<Block> blocks) {
        if (!together.isEmpty()) {
            blocks.add(new Block(together.size() > 1 || locking ? enclosed(together) : together, true));
            together.clear();
        }
    }

    private static List<Sql> enclosed(List<Sql> together) {
        List<Sql> statements = new ArrayList<>(together);
        statements.addAll(0, List.of(BEGIN, GIVE_UP_SOON));
        statements.add(COMMIT);
        return statements;
    }

    /// All statements, in order.
    public List<Sql> statements() {
        return blocks.stream().flatMap(block -> block.statements().stream()).toList();
    }

    /// Whether it must not be run inside a transaction block of the reader's own.
    public boolean standsAlone() {
        return blocks.stream().anyMatch(block -> !block.transactional());
    }
}
