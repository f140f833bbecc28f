// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.security;

import dev.tickbird.model.server.HbaLine;
import java.util.List;
import java.util.Objects;

/// The first line of `pg_hba.conf` that fits a connection decides, so a line may never have its turn.
final class Lines {

    private Lines() {}

    /// Whether nobody whom the later line is for comes past the earlier one.
    static boolean covers(HbaLine earlier, HbaLine later) {
        return earlier.error() == null
                && later.error() == null
                && coversType(Objects.requireNonNullElse(earlier.type(), ""), later)
                && later.databases().stream().allMatch(database -> coversDatabase(earlier.databases(), database))
                && (earlier.users().contains("all") || earlier.users().containsAll(later.users()))
                && coversAddress(earlier, later);
    }

    private static boolean coversType(String type, HbaLine later) {
        return type.equals(later.type()) || (type.equals("host") && later.isRemote());
    }

    /// `all` databases do not include physical replication.
    private static boolean coversDatabase(List<String> databases, String database) {
        return databases.contains(database) || (databases.contains("all") && !database.equals("replication"));
    }

    private static boolean coversAddress(HbaLine earlier, HbaLine later) {
        boolean same = Objects.equals(earlier.address(), later.address())
                && Objects.equals(earlier.netmask(), later.netmask());
        return same
                || "all".equals(earlier.address())
                || Network.of(earlier)
                        .flatMap(wider -> Network.of(later).filter(wider::holds))
                        .isPresent();
    }
}
