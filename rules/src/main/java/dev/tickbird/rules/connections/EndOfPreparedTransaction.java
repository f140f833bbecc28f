// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.connections;

import dev.tickbird.model.activity.PreparedTransaction;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;

/// How to end a transaction that was prepared for two-phase commit: only whoever prepared it knows which way.
public final class EndOfPreparedTransaction {

    private EndOfPreparedTransaction() {}

    public static Remedy of(PreparedTransaction prepared) {
        return new Remedy.Advice(
                "Ask the transaction manager that prepared it what became of it. If the other participants have"
                        + " committed, connect to database \"" + prepared.database() + "\" and run \""
                        + Sql.format("commit prepared %L", prepared.identifier()) + "\".",
                "If they have not, or nobody knows of it, run \""
                        + Sql.format("rollback prepared %L", prepared.identifier()) + "\" there.");
    }
}
