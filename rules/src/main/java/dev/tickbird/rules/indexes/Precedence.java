// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.indexes;

import dev.tickbird.model.schema.Index;
import java.util.Comparator;
import java.util.Set;

/// Which of several indexes that do the same is kept.
///
/// @param rests the OIDs of the indexes that foreign keys rest on
record Precedence(Set<Long> rests, IndexTrees trees) {

    /// What a build beside another index, or a person in a hurry, puts behind its name: `_ccnew`,
    /// `_copy`, `_2019`, `1`.
    private static final String SUFFIX = ".+(\\d|_ccnew|_ccold|_copy|_new|_old)";

    /// First what may not be dropped and what enforces; then what queries already use, so that dropping the other one
    /// changes no plan; what the table is clustered on; the original, by its name; and only then by its OID, for a
    /// rebuilt index looks young.
    Comparator<Index> keptFirst() {
        return Comparator.<Index, Boolean>comparing(this::mayBeDropped)
                .thenComparing(index -> !index.unique())
                .thenComparingLong(index -> -trees.scans(index))
                .thenComparing(index -> !index.clustered())
                .thenComparing(index -> index.name().matches(SUFFIX))
                .thenComparingLong(Index::oid);
    }

    /// Not what backs a constraint, identifies rows to replicas, belongs to the index of the partitioned parent, or
    /// what foreign keys rest on.
    boolean mayBeDropped(Index index) {
        return index.constraint() == null
                && !index.primary()
                && !index.exclusion()
                && !index.replicaIdentity()
                && index.parent() == null
                && !rests.contains(index.oid());
    }

    /// Whoever enforces may go only if the other enforces at least as much.
    static boolean replaces(Index heir, Index index) {
        return !index.unique()
                || (heir.unique()
                        && heir.nullsNotDistinct() == index.nullsNotDistinct()
                        && (heir.immediate() || !index.immediate()));
    }
}
