// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KeptServerTest {
    private static final ServerOptions OPTIONS = ServerOptions.of(17).withTcp();

    @Test
    void livesOnUntilItIsRemoved() throws SQLException {
        String name = UUID.randomUUID().toString(); // else somebody's kept demo would go
        var kept = EmbeddedServer.start(OPTIONS);
        kept.keep(name);
        kept.close();

        try (var another = EmbeddedServer.start(OPTIONS)) {
            assertThat(Sessions.ask(kept, "select 1")).isEqualTo("1");
            assertThat(EmbeddedServer.removeKept("another name", OPTIONS.binaries()))
                    .isZero();
            assertThat(EmbeddedServer.removeKept(name, OPTIONS.binaries())).isOne();
            assertThat(kept.socketFolder()).doesNotExist();
            assertThat(EmbeddedServer.removeKept(name, OPTIONS.binaries())).isZero();
            assertThat(Sessions.ask(another, "select 1")).isEqualTo("1");
        }
    }
}
