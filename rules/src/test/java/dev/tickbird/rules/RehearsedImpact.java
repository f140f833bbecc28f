// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules;

import dev.tickbird.lab.proof.Prover;
import dev.tickbird.lab.rehearsal.Observed;
import dev.tickbird.lab.rehearsal.Rehearsal;
import dev.tickbird.lab.rehearsal.ServerStage;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.testkit.Onlooker;
import dev.tickbird.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// The impact that a remedy declares, held against what the lab sees of it on a copy of the sick database.
final class RehearsedImpact implements Onlooker {

    @Override
    public List<String> objections(TestDatabase sick, Finding finding) throws SQLException {
        if (!Prover.canTry(finding) || !(finding.remedy() instanceof Remedy.Statement remedy)) {
            return List.of();
        }
        try (TestDatabase copy = sick.copy();
                ServerStage stage = ServerStage.lasting(copy.server(), copy.name())) {
            return Observed.objections(Rehearsal.on(stage).observed(remedy.script()), remedy.impact());
        } finally {
            forget(sick);
        }
    }

    /// Roles are the whole server's, and the next case is to find none of ours.
    private static void forget(TestDatabase sick) throws SQLException {
        try (Connection connection = sick.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    Sql.format("drop role if exists %I", Rehearsal.ROLE).text());
        }
    }
}
