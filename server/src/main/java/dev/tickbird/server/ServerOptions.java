// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.server;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What server to start. Without more said, it is fast rather than safe, and reachable only through a private socket.
///
/// @param durable true leaves PostgreSQL's defaults; false turns `fsync`, `synchronous_commit` and `full_page_writes`
///     off, on the command line
/// @param onDisk true keeps the data on disk; false keeps it in memory where there is room
/// @param tcp true also listens on 127.0.0.1, on a free port, and asks for a password there
/// @param settings written to `postgresql.conf`, so that `alter system` can change them
/// @param initdb further options for `initdb`, such as `--data-checksums`
public record ServerOptions(
        Binaries binaries,
        boolean durable,
        boolean onDisk,
        boolean tcp,
        Map<String, String> settings,
        List<String> initdb) {
    public ServerOptions {
        settings = Map.copyOf(settings);
        initdb = List.copyOf(initdb);
    }

    /// A throw-away server of this major.
    public static ServerOptions of(int major) {
        return of(Binaries.of(major));
    }

    /// A throw-away server of these programs.
    public static ServerOptions of(Binaries binaries) {
        return new ServerOptions(binaries, false, false, false, Map.of(), List.of());
    }

    public ServerOptions withDurability() {
        return new ServerOptions(binaries, true, onDisk, tcp, settings, initdb);
    }

    public ServerOptions withDataOnDisk() {
        return new ServerOptions(binaries, durable, true, tcp, settings, initdb);
    }

    public ServerOptions withTcp() {
        return new ServerOptions(binaries, durable, onDisk, true, settings, initdb);
    }

    public ServerOptions withSetting(String name, String value) {
        var more = new TreeMap<>(settings);
        more.put(name, value);
        return new ServerOptions(binaries, durable, onDisk, tcp, more, initdb);
    }

    public ServerOptions withInitdb(String... options) {
        return new ServerOptions(binaries, durable, onDisk, tcp, settings, List.of(options));
    }
}
