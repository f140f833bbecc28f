// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.replication;

import dev.tickbird.model.Fact;
import org.jspecify.annotations.Nullable;

/// How far the changes of another server have been replayed here.
///
/// @param name null if the origin was dropped
/// @param remotePosition there, as `0/1A2B3C4`; `localPosition` is what it became here
public record ReplicationOrigin(
        long id,
        @Nullable String name,
        @Nullable String remotePosition,
        @Nullable String localPosition) implements Fact {}
