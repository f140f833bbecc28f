// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.server;

import dev.tickbird.model.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of `pg_hba.conf`, or of a file that it includes: who may connect from where, and how they prove who they are.
/// Passwords among the options are masked.
///
/// @param rule its number among the rules in force; null before PostgreSQL 16 and for a line with an error
/// @param file null before PostgreSQL 16
/// @param type `local`, `host`, `hostssl`, `hostnossl`, `hostgssenc` or `hostnogssenc`; null for a line that could
/// not be read
/// @param address an address, a host name, `all`, `samehost` or `samenet`; null for `local`
/// @param method `trust`, `scram-sha-256`, `md5`, `peer`, `cert`, `reject`, …; null for a line that could not be read
/// @param error why the server could not read the line, or why no connection can match it; null if it can be used
public record HbaLine(
        @Nullable Integer rule,
        @Nullable String file,
        int line,
        @Nullable String type,
        List<String> databases,
        List<String> users,
        @Nullable String address,
        @Nullable String netmask,
        @Nullable String method,
        List<String> options,
        @Nullable String error)
        implements Fact {

    public HbaLine {
        databases = List.copyOf(databases);
        users = List.copyOf(users);
        options = List.copyOf(options);
    }

    /// Whether connections by this line may come over the network.
    public boolean isRemote() {
        return type != null && !type.equals("local");
    }
}
