// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.testkit;

import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.ServerOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The servers of a test run: one a major version, started at first use, stopped when the run ends.
public final class Servers {

    private static final Map<Integer, EmbeddedServer> SHARED = new ConcurrentHashMap<>();

    /// What many cases need and none minds.
    private static final Map<String, String> SETTINGS = Map.of(
            "max_prepared_transactions", "10",
            "wal_level", "logical",
            "track_functions", "all",
            "autovacuum", "off",
            "max_connections", "50");

    private Servers() {}

    /// The major versions to test on: all of them, unless `-Dtickbird.majors=18` names fewer.
    public static List<Integer> majors() {
        return Arrays.stream(
                        System.getProperty("tickbird.majors", "14,15,16,17,18").split(","))
                .map(Integer::valueOf)
                .toList();
    }

    public static EmbeddedServer shared(int major) {
        return SHARED.computeIfAbsent(major, it -> EmbeddedServer.start(with(ServerOptions.of(it), SETTINGS)));
    }

    /// A server for one case alone, with PostgreSQL's own defaults; the caller closes it.
    public static EmbeddedServer own(int major, Map<String, String> settings) {
        return EmbeddedServer.start(with(ServerOptions.of(major).withDurability(), settings));
    }

    private static ServerOptions with(ServerOptions options, Map<String, String> settings) {
        ServerOptions result = options;
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            result = result.withSetting(setting.getKey(), setting.getValue());
        }
        return result;
    }
}
