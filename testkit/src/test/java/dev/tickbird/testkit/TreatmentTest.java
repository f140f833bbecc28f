// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.finding.Subject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A remedy that says something else of its locks than what it does is found out.
class TreatmentTest {

    private static final QualifiedName CUE = new QualifiedName("public", "cue");
    private static final QualifiedName SHOW = new QualifiedName("public", "show");

    private TestDatabase database;

    @BeforeEach
    void makeTables() throws SQLException {
        database = TestDatabase.on(Servers.shared(Servers.majors().getLast()));
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table show (id int primary key)");
            statement.execute("create table cue (id int primary key, note text)");
        }
    }

    @AfterEach
    void dropThem() throws SQLException {
        database.close();
    }

    @Test
    void believesWhatIsTrue() {
        assertThatCode(() -> widen(Impact.locking(CUE, LockMode.ACCESS_EXCLUSIVE)))
                .doesNotThrowAnyException();
    }

    @Test
    void findsLocksThatAreNotDeclared() {
        assertThatThrownBy(() -> widen(Impact.NONE))
                .hasMessageContaining("takes AccessExclusiveLock on public.cue, but says nothing");
    }

    @Test
    void findsLocksThatAreStrongerThanDeclared() {
        assertThatThrownBy(() -> widen(Impact.locking(CUE, LockMode.SHARE)))
                .hasMessageContaining("takes AccessExclusiveLock on public.cue, but says ShareLock");
    }

    @Test
    void findsDeclaredLocksThatAreNotTaken() {
        Impact impact = Impact.locking(CUE, LockMode.ACCESS_EXCLUSIVE).andLocking(SHOW, LockMode.SHARE);
        assertThatThrownBy(() -> widen(impact)).hasMessageContaining("says ShareLock on public.show, but takes none");
    }

    private void widen(Impact impact) throws SQLException {
        Step step = Step.inTransaction(Sql.format("alter table %I alter column id type bigint", CUE));
        new Treatment(database)
                .apply(new Finding(
                        "narrow-key",
                        Severity.NOTE,
                        Subject.table(CUE),
                        "table \"public.cue\" is narrow",
                        "It is.",
                        Evidence.NONE,
                        "None.",
                        new Remedy.Statement(List.of(step), List.of(), impact, null)));
    }
}
