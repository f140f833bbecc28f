// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.OfRelation;

/// A table's place in its partitioned parent.
///
/// @param relation the OID of the partition
/// @param parent the OID of the partitioned table
/// @param bound `FOR VALUES …` or `DEFAULT`
/// @param detachPending whether `detach … concurrently` was begun and not finished
public record Partition(long relation, long parent, String bound, boolean detachPending) implements OfRelation {

    public boolean isDefault() {
        return bound.equals("DEFAULT");
    }
}
