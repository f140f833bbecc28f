// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.authentication;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.server.HbaLine;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The first line of `pg_hba.conf` that fits a connection decides, so a line may never have its turn: because one
/// before it is for all whom it is for, or several are that stand there together.
final class Lines {

    private static final String HOST = "host";
    private static final List<Network> EVERYWHERE = List.of(Network.ALL_OF_IPV4, Network.ALL_OF_IPV6);

    private final List<HbaLine> earlier;
    private final Snapshot snapshot;

    /// @param earlier the lines before some other
    Lines(List<HbaLine> earlier, Snapshot snapshot) {
        this.earlier = earlier.stream().filter(line -> line.error() == null).toList();
        this.snapshot = snapshot;
    }

    /// Whether nobody whom the line is for comes past them.
    boolean cover(HbaLine line) {
        return line.error() == null
                && types(line)
                        .allMatch(type -> line.databases().stream()
                                .allMatch(database -> line.users().stream()
                                        .allMatch(user -> coverAddresses(
                                                line,
                                                earlier.stream()
                                                        .filter(it -> coversType(it, type))
                                                        .filter(it -> coversDatabase(it.databases(), database))
                                                        .filter(it -> coversUser(it.users(), user))
                                                        .toList()))));
    }

    /// A line for connections with TLS and one for those without are as good as one for both.
    private static Stream<String> types(HbaLine line) {
        String type = Objects.requireNonNullElse(line.type(), "");
        return type.equals(HOST) ? Stream.of("hostssl", "hostnossl") : Stream.of(type);
    }

    private static boolean coversType(HbaLine line, String type) {
        return type.equals(line.type()) || (HOST.equals(line.type()) && type.startsWith(HOST));
    }

    /// `all` databases do not include physical replication.
    private static boolean coversDatabase(List<String> databases, String database) {
        return databases.contains(database) || (databases.contains("all") && !database.equals("replication"));
    }

    /// `+group` is for all its members, and theirs.
    private boolean coversUser(List<String> users, String user) {
        return users.contains("all")
                || users.contains(user)
                || Groups.of(user.startsWith("+") ? user.substring(1) : user, snapshot).stream()
                        .anyMatch(group -> users.contains("+" + group));
    }

    private static boolean coverAddresses(HbaLine line, List<HbaLine> candidates) {
        boolean byOne = candidates.stream()
                .anyMatch(it -> "all".equals(it.address())
                        || (Objects.equals(it.address(), line.address())
                                && Objects.equals(it.netmask(), line.netmask())));
        List<Network> networks =
                candidates.stream().map(Network::of).flatMap(Optional::stream).toList();
        List<Network> wanted = "all".equals(line.address())
                ? EVERYWHERE
                : Network.of(line).stream().toList();
        return byOne || (!wanted.isEmpty() && wanted.stream().allMatch(it -> it.isHeldBy(networks)));
    }
}
