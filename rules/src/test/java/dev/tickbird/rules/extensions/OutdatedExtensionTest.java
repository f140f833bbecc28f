// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.server.Extension;
import dev.tickbird.model.server.Server;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Extensions that no test server has.
class OutdatedExtensionTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

    @Test
    void leavesToTheirMakersHowTheyAreUpdated() {
        assertThat(remedy("postgis_raster"))
                .isInstanceOfSatisfying(
                        Remedy.Advice.class,
                        advice -> assertThat(advice.options().getFirst()).contains("postgis_extensions_upgrade()"));
        assertThat(remedy("timescaledb"))
                .isInstanceOfSatisfying(
                        Remedy.Advice.class,
                        advice -> assertThat(advice.options().getFirst()).contains("psql -X"));
    }

    @Test
    void doesNotSayThatAnUpdateLocksNothing() {
        assertThat(remedy("hypopg"))
                .isInstanceOfSatisfying(
                        Remedy.Statement.class,
                        statement -> assertThat(statement.impact().foreseen()).isFalse());
    }

    private static Remedy remedy(String name) {
        Server server =
                new Server(180000, "18.0", "shop", "app", false, true, false, NOW, NOW, NOW, null, null, 1, 8192, null);
        Map<Class<? extends Fact>, List<? extends Fact>> facts = Map.of(
                Server.class,
                List.of(server),
                Extension.class,
                List.of(new Extension(1, name, "1.0", "public", "app", true, "2.0", true)));
        return new OutdatedExtension()
                .examine(new Snapshot(NOW, facts, List.of()))
                .findFirst()
                .orElseThrow()
                .remedy();
    }
}
