// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.replication;

import dev.tickbird.model.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A subscription of this database. How it connects is not read, for it may hold a password.
///
/// @param slot on the publisher; null if it has none
/// @param streaming `off`, `on` or `parallel`
/// @param twoPhase `disabled`, `pending` or `enabled`; null before PostgreSQL 15
/// @param disableOnError null before PostgreSQL 15
/// @param passwordRequired null before PostgreSQL 16, as is `runAsOwner`
/// @param origin `any` or `none`; null before PostgreSQL 16
/// @param failover whether its slot is kept in step on the publisher's standbys; null before PostgreSQL 17
public record Subscription(
        long oid,
        String name,
        String owner,
        boolean enabled,
        boolean binary,
        String streaming,
        @Nullable String slot,
        String synchronousCommit,
        List<String> publications,
        @Nullable String twoPhase,
        @Nullable Boolean disableOnError,
        @Nullable Boolean passwordRequired,
        @Nullable Boolean runAsOwner,
        @Nullable String origin,
        @Nullable Boolean failover)
        implements Fact {

    public Subscription {
        publications = List.copyOf(publications);
    }
}
