// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Gap;
import dev.tickbird.model.Snapshot;
import dev.tickbird.observe.FactSource;
import dev.tickbird.observe.Observatory;
import dev.tickbird.observe.SnapshotFile;
import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.ServerOptions;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The proof: PostgreSQL plans on the ghost as it does on the source.
class GhostTest {

    static List<Integer> majors() {
        return Servers.majors();
    }

    static Set<Class<? extends Fact>> everyFact() {
        return Observatory.sources().map(FactSource::fact).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("majors")
    void plansAsOnTheSource(int major, @TempDir Path folder) throws SQLException, IOException {
        try (TestDatabase source = TestDatabase.on(Servers.shared(major));
                EmbeddedServer server =
                        EmbeddedServer.start(ServerOptions.of(major).withSetting("autovacuum", "off"));
                TestDatabase twin = TestDatabase.on(server)) {
            Plans.run(source, "schema", "rows");
            if (major > 15) { // elsewhere pages are read from disk
                Plans.run(source, "inspection");
            }
            Plans.run(twin, "schema");
            SnapshotFile.write(source.snapshot(everyFact()), folder.resolve("shop.tickbird"));
            Snapshot snapshot = SnapshotFile.read(folder.resolve("shop.tickbird"));

            List<Gap> gaps = Ghost.of(snapshot).appearIn(server, twin.name());

            // read from disk, an unlogged table's index is what it was before the server last stopped
            assertThat(gaps)
                    .extracting(Gap::reason)
                    .isEqualTo(
                            major > 15 ? List.of() : List.of("1 first page of indexes estimated: shop.scratch_pkey"));
            List<String> differences = new ArrayList<>();
            List<String> queries = Plans.queries();
            try (Connection original = source.connect();
                    Connection ghost = twin.connect()) {
                for (String query : queries) {
                    Plans.difference(query, Plans.of(original, query), Plans.of(ghost, query))
                            .ifPresent(differences::add);
                }
            }
            assertThat(queries).hasSizeGreaterThan(100);
            assertThat(differences).isEmpty();
        }
    }
}
