// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.authentication;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.server.HbaLine;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Who can come as far as a line of `pg_hba.conf`.
enum Reach {
    /// Nobody: an earlier line decides already, or the server does not listen there.
    NOBODY,
    /// Whoever has an account on the server's host and may enter the folder of the socket, which SQL does not show.
    FOLDER,
    /// Whoever has an account on the server's host.
    HOST,
    /// Whoever is on the network.
    NETWORK;

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "127.0.0.0", "samehost");

    /// Where sockets usually are, open to every user of the host. Other folders may be open or closed.
    private static final Set<String> OPEN_FOLDERS = Set.of("/tmp", "/run/postgresql", "/var/run/postgresql");

    /// Whether a line is for the server's own host alone.
    static boolean isForHost(HbaLine line) {
        return !line.isRemote() || LOOPBACK.contains(Objects.requireNonNullElse(line.address(), ""));
    }

    static Reach of(HbaLine line, Snapshot snapshot) {
        return of(line, before(line, snapshot), snapshot);
    }

    /// The lines that are tried earlier.
    static List<HbaLine> before(HbaLine line, Snapshot snapshot) {
        return snapshot.all(HbaLine.class).stream()
                .takeWhile(it -> !it.equals(line))
                .toList();
    }

    /// Of one that stands behind these.
    static Reach of(HbaLine line, List<HbaLine> earlier, Snapshot snapshot) {
        if (new Lines(earlier, snapshot).cover(line)) {
            return NOBODY;
        }
        return line.isRemote() ? remote(line, snapshot) : local(snapshot);
    }

    /// The number of addresses that may come by a line.
    static long addresses(HbaLine line) {
        String address = Objects.requireNonNullElse(line.address(), "");
        if (address.equals("all")) {
            return 1L << 32; // as many as IPv4 has
        }
        return line.netmask() == null ? 1 : 1L << Math.min(width(address) - bits(line.netmask()), 32);
    }

    /// The address as the file writes it: `198.51.100.0/24`.
    static String written(HbaLine line) {
        String address = Objects.requireNonNullElse(line.address(), "");
        return line.netmask() == null ? address : address + '/' + bits(line.netmask());
    }

    private static int width(String address) {
        return address.contains(":") ? 128 : 32;
    }

    static int bits(String netmask) {
        int radix = netmask.contains(":") ? 16 : 10;
        return Arrays.stream(netmask.split("[.:]"))
                .filter(part -> !part.isEmpty())
                .mapToInt(part -> Integer.bitCount(Integer.parseInt(part, radix)))
                .sum();
    }

    private static Reach remote(HbaLine line, Snapshot snapshot) {
        Optional<Setting> listen = Settings.of(snapshot).named("listen_addresses");
        List<String> interfaces = listen.filter(it -> !it.pendingRestart()) // who knows what the restart brings
                .map(it -> Arrays.stream(it.value().split("\\s*,\\s*")).toList())
                .orElse(List.of("*"));
        if (interfaces.equals(List.of(""))) {
            return NOBODY;
        }
        return isForHost(line) || LOOPBACK.containsAll(interfaces) ? HOST : NETWORK;
    }

    private static Reach local(Snapshot snapshot) {
        Settings settings = Settings.of(snapshot);
        boolean openSocket = settings.value("unix_socket_permissions")
                .filter(it -> it.matches(".*[2367]")) // others may write, which connecting needs
                .isPresent();
        List<String> folders = settings.value("unix_socket_directories").stream()
                .flatMap(it -> Arrays.stream(it.split("\\s*,\\s*")))
                .filter(folder -> !folder.isEmpty())
                .toList();
        if (!openSocket || folders.isEmpty()) {
            return NOBODY;
        }
        return folders.stream().anyMatch(folder -> OPEN_FOLDERS.contains(folder) || folder.startsWith("@"))
                ? HOST
                : FOLDER;
    }
}
