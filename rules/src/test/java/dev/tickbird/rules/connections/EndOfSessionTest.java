// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.server.Server;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EndOfSessionTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static final Snapshot SHOP = new Snapshot(
            NOW,
            Map.of(
                    Server.class,
                    List.of(new Server(
                            180_000, "18.0", "shop", "app", false, true, false, NOW, NOW, NOW, null, null, 1, 8192,
                            null))),
            List.of());

    @Test
    void leavesOutTheSemicolonOfAStatement() {
        assertThat(EndOfSession.story(session("shop", " update seat set sold = true ;\n"), SHOP))
                .isEqualTo("It belongs to role app, application \"box\", and is idle in transaction; its last statement"
                        + " is: update seat set sold = true");
    }

    @Test
    void namesTheDatabaseIfItIsAnother() {
        assertThat(EndOfSession.story(session("Night Shift", "select 1"), SHOP))
                .startsWith("It belongs to role app, database \"Night Shift\", application \"box\"");
    }

    private static Session session(String database, String query) {
        return new Session(
                7,
                database,
                "app",
                "box",
                null,
                "client backend",
                NOW,
                NOW,
                NOW,
                NOW,
                "idle in transaction",
                null,
                null,
                1L,
                1L,
                null,
                query,
                List.of());
    }
}
