// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.server;

import dev.tickbird.model.Fact;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The server, the database and the role that examines it.
///
/// @param versionNumber such as 150018
/// @param version such as `15.18 (Debian 15.18-0+deb12u1)`
/// @param statisticsSince when this database's counters began: the last reset, or if none is known the start of the
/// server, or a crash that it has survived
/// @param address where the server listens for this connection; null on a Unix socket
/// @param blockSize bytes in a page
/// @param systemIdentifier the cluster's own number; null where it may not be read
public record Server(
        int versionNumber,
        String version,
        String database,
        String role,
        boolean superuser,
        boolean monitor,
        boolean inRecovery,
        Instant now,
        Instant startedAt,
        Instant statisticsSince,
        @Nullable String address,
        @Nullable Integer port,
        int backendPid,
        int blockSize,
        @Nullable String systemIdentifier)
        implements Fact {

    /// The major version, such as 15.
    public int major() {
        return versionNumber / 10_000;
    }

    /// How long the counters have been counting.
    public Duration statisticsAge() {
        return Duration.between(statisticsSince, now);
    }
}
