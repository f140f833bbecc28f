// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Sequence;
import dev.tickbird.model.schema.View;
import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.ServerOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A server whose lock table has less room than there are sequences, as a large one has that was left at its defaults.
@Timeout(60)
class LockTableTest {

    private static final int SEQUENCES = 3_000;

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void hasRoomForEverySequence(int major) throws SQLException {
        ServerOptions small = ServerOptions.of(major)
                .withTcp()
                .withSetting("autovacuum", "off")
                .withSetting("max_connections", "20")
                .withSetting("max_locks_per_transaction", "10");
        try (EmbeddedServer server = EmbeddedServer.start(small);
                Connection connection = RichServers.connect(server, "postgres", "postgres")) {
            RichServers.run(connection, """
                    do $$
                    begin
                        for n in 1 .. %d loop
                            execute format('create sequence drawn_%%s', n);
                            perform setval(format('drawn_%%s', n), n);
                            if n %% 50 = 0 then commit; end if;
                        end loop;
                    end $$""".formatted(SEQUENCES));
            assertThatThrownBy(() -> RichServers.run(
                            connection, "select count(pg_sequence_last_value(seqrelid)) from pg_sequence"))
                    .hasMessageContaining("out of shared memory");

            Snapshot snapshot = Observer.observe(
                    connection, List.of(Sequence.class, View.class), Duration.ofSeconds(5), fact -> {});

            assertThat(snapshot.gaps()).isEmpty();
            assertThat(snapshot.all(Sequence.class))
                    .hasSize(SEQUENCES)
                    .allSatisfy(sequence -> assertThat(sequence.name()).isEqualTo("drawn_" + sequence.lastValue()));
        }
    }
}
