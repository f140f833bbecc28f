// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.replication;

import dev.tickbird.model.OfRelation;
import org.jspecify.annotations.Nullable;

/// A table that a subscription fills.
///
/// @param subscription the OID
/// @param relation the table's OID
/// @param state `initialize`, `copying`, `copied`, `synchronized` or `ready`
/// @param position on the publisher, of that state; null while there is none
public record SubscriptionRelation(
        long subscription,
        long relation,
        String state,
        @Nullable String position) implements OfRelation {}
