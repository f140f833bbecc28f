// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrdinaryUserTest {
    @Test
    void isNeverRoot() {
        assertThat(OrdinaryUser.find().run(List.of("id", "-u")).text().strip()).isNotEqualTo("0");
    }

    @Test
    void isSomebodyElseForRootAlone() {
        assertThat(OrdinaryUser.find() == OrdinaryUser.SELF).isEqualTo(!OrdinaryUser.isRoot());
    }

    /// Which ways there are depends on the machine; for root there is one at least, as the test above says.
    static Stream<OrdinaryUser> waysForRoot() {
        return OrdinaryUser.isRoot()
                ? Stream.of(OrdinaryUser.values()).filter(user -> user != OrdinaryUser.SELF && user.works())
                : Stream.of();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("waysForRoot")
    void rootStartsAServerAsSomebodyElse(OrdinaryUser user) throws IOException {
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
