// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.testkit;

import dev.tickbird.model.finding.AlterSystem;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.RemedyScript;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Carries remedies out on a test database, and undoes them.
final class Treatment {

    private static final Look NOBODY_LOOKS = _ -> {};

    private final TestDatabase database;

    private interface Look {
        void at(int pid) throws SQLException;
    }

    Treatment(TestDatabase database) {
        this.database = database;
    }

    void apply(Finding finding) throws SQLException {
        switch (finding.remedy()) {
            case Remedy.Statement statement -> apply(statement, finding.identity());
            case Remedy.Setting setting -> set(setting.name(), setting.value(), setting.restart());
            case Remedy.Advice _ ->
                throw new AssertionError(
                        finding.identity() + " is cured by advice: the case needs \"-- cure\" or \"-- no replay\"");
        }
    }

    void undo(Finding finding) throws SQLException {
        switch (finding.remedy()) {
            case Remedy.Statement statement -> run(statement.undo(), NOBODY_LOOKS);
            case Remedy.Setting setting -> set(setting.name(), setting.restored(), setting.restart());
            case Remedy.Advice _ -> throw new AssertionError(finding.identity() + " has nothing to undo");
        }
    }

    private void apply(Remedy.Statement statement, String identity) throws SQLException {
        try (LockWitness witness = new LockWitness(database.connect())) {
            run(statement.script(), witness::look);
            List<String> objections = witness.objections(statement.impact(), statement.script());
            if (!objections.isEmpty()) {
                throw new AssertionError("the remedy of " + identity + " " + String.join("; it ", objections));
            }
        }
    }

    /// Each statement as it is printed, as a terminal would send it.
    ///
    /// @param atEnd told the process at the end of each transaction, while it holds all its locks
    private void run(RemedyScript script, Look atEnd) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            int pid = connection.unwrap(PGConnection.class).getBackendPID();
            for (RemedyScript.Block block : script.blocks()) {
                boolean implicit = block.transactional() && block.statements().size() == 1;
                connection.setAutoCommit(!implicit);
                for (Sql sql : block.statements()) {
                    if (sql.equals(RemedyScript.COMMIT)) {
                        atEnd.at(pid);
                    }
                    statement.execute(sql.text());
                }
                if (implicit) {
                    atEnd.at(pid);
                    connection.commit();
                }
            }
        }
    }

    private void set(String name, @Nullable String value, boolean restart) throws SQLException {
        run(
                RemedyScript.of(
                        List.of(
                                Step.alone(AlterSystem.of(name, value)),
                                Step.alone(Sql.format("select pg_reload_conf()"))),
                        false),
                NOBODY_LOOKS);
        if (restart) {
            database.server().restart();
        } else {
            // the postmaster needs a moment to read the file; new connections see it from then on
            database.waitAMoment();
        }
    }
}
