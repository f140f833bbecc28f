// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.testkit;

import dev.tickbird.model.finding.AlterSystem;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Script;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Carries remedies out on a test database, and undoes them.
final class Treatment {

    private final TestDatabase database;

    Treatment(TestDatabase database) {
        this.database = database;
    }

    void apply(Finding finding) throws SQLException {
        switch (finding.remedy()) {
            case Remedy.Statement statement -> run(statement.script());
            case Remedy.Setting setting -> set(setting.name(), setting.value(), setting.restart());
            case Remedy.Advice _ ->
                throw new AssertionError(
                        finding.identity() + " is cured by advice: the case needs \"-- cure\" or \"-- no replay\"");
        }
    }

    void undo(Finding finding) throws SQLException {
        switch (finding.remedy()) {
            case Remedy.Statement statement -> run(statement.undo());
            case Remedy.Setting setting -> set(setting.name(), setting.formerly(), setting.restart());
            case Remedy.Advice _ -> throw new AssertionError(finding.identity() + " has nothing to undo");
        }
    }

    /// Each statement as it is printed, as a terminal would send it.
    private void run(Script script) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (Sql sql : script.statements()) {
                statement.execute(sql.text());
            }
        }
    }

    private void set(String name, @Nullable String value, boolean restart) throws SQLException {
        run(Script.of(
                List.of(Step.alone(AlterSystem.of(name, value)), Step.alone(Sql.format("select pg_reload_conf()"))),
                false));
        if (restart) {
            database.server().restart();
        } else {
            // the postmaster needs a moment to read the file; new connections see it from then on
            database.waitAMoment();
        }
    }
}
