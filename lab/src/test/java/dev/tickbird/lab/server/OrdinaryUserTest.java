// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrdinaryUserTest {
    @Test
    void isNeverRoot() {
        assertThat(OrdinaryUser.find().run(List.of("id", "-u")).text().strip()).isNotEqualTo("0");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SELF")
    void rootStartsAServerAsSomebodyElse(OrdinaryUser user) throws IOException {
        assumeTrue(OrdinaryUser.isRoot() && user.works());
        try (var server = EmbeddedServer.start(ServerOptions.of(17).withTcp(), user);
                var standby = EmbeddedServer.startStandbyOf(server)) {
            assertThat(Files.getOwner(standby.dataFolder())).isEqualTo(Files.getOwner(server.socketFolder()));
            assertThat(server.logFile()).content().contains("database system is ready to accept connections");
            assertThat(standby.logFile())
                    .content()
                    .contains("database system is ready to accept read-only connections");
        }
    }
}
