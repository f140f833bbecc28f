// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.server.Setting;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a test server cannot be: started with a setting on its command line that only a restart changes.
class PendingRestartTest {

    @Test
    void doesNotPromiseThatARestartOverrulesTheCommandLine() throws SQLException {
        assertThat(new PendingRestart().examine(snapshot("command line")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.identity()).isEqualTo("pending-restart:max_connections");
                    assertThat(finding.title()).doesNotContain("waits").contains("overruled by the command line");
                    assertThat(finding.remedy().toString())
                            .contains("take \"-c max_connections=100\" out of the command");
                });
    }

    @Test
    void saysThatWhatStandsInAFileWaits() throws SQLException {
        assertThat(new PendingRestart().examine(snapshot("configuration file")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.title()).contains("waits for a restart"));
    }

    private static Snapshot snapshot(String source) throws SQLException {
        try (TestDatabase database =
                TestDatabase.on(Servers.shared(Servers.majors().getLast()))) {
            return database.snapshot(new PendingRestart().needs().facts())
                    .with(Map.of(Setting.class, List.of(pending(source))));
        }
    }

    private static Setting pending(String source) {
        return new Setting(
                "max_connections",
                "100",
                null,
                "",
                "integer",
                "postmaster",
                source,
                null,
                null,
                null,
                null,
                null,
                null,
                true);
    }
}
