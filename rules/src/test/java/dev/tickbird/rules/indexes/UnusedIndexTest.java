// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.indexes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Bytes;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.replication.Replica;
import dev.tickbird.observe.target.Environment;
import dev.tickbird.observe.target.LiveTarget;
import dev.tickbird.observe.target.Target;
import dev.tickbird.observe.target.Timeouts;
import dev.tickbird.rules.Examiner;
import dev.tickbird.rules.Settlement;
import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What one server cannot show: a standby, which counts its own scans.
class UnusedIndexTest {

    private static final Examiner EXAMINER =
            new Examiner(List.of(new UnusedIndex(Duration.ZERO, Bytes.parse("0 B"))), Settlement.NONE);

    @Test
    void isNotDroppedWhereAStandbyMayUseIt() throws SQLException {
        try (EmbeddedServer primary = Servers.own(Servers.majors().getLast(), Map.of());
                TestDatabase database = TestDatabase.on(primary)) {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("create table patch (label text); create index patch_label on patch (label)");
            }
            assertThat(findings(database.snapshot(EXAMINER.needs())))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.remedy()).isInstanceOf(Remedy.Statement.class));
            try (EmbeddedServer standby = EmbeddedServer.startStandbyOf(primary)) {
                assertThat(findings(withStandby(database)))
                        .singleElement()
                        .satisfies(finding -> assertThat(finding.remedy().toString())
                                .startsWith("Advice")
                                .contains("walreceiver", "drop index concurrently public.patch_label"));
                try (Connection connection = connect(standby.uri(database.name()))) {
                    assertThat(findings(TestDatabase.snapshot(connection, EXAMINER.needs())))
                            .isEmpty();
                }
            }
        }
    }

    private static List<Finding> findings(Snapshot snapshot) {
        return EXAMINER.examine(snapshot).findings();
    }

    /// As soon as the standby has connected.
    private static Snapshot withStandby(TestDatabase database) throws SQLException {
        Snapshot snapshot = database.snapshot(EXAMINER.needs());
        for (int look = 0; look < 50 && snapshot.all(Replica.class).isEmpty(); look++) {
            snapshot = database.snapshot(EXAMINER.needs());
        }
        return snapshot;
    }

    private static Connection connect(String uri) {
        LiveTarget target = (LiveTarget) Target.parse(uri, Environment.ofProcess());
        return target.connect(Timeouts.forStatements(Duration.ofSeconds(30)));
    }
}
