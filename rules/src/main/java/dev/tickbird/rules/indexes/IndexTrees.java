// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.indexes;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.IndexStatistics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The indexes of partitioned tables with those of the partitions below them, and what a whole tree takes and serves.
final class IndexTrees {

    private final Map<Long, Index> indexes = new HashMap<>();
    private final Map<Long, List<Index>> children = new HashMap<>();
    private final Map<Long, Long> scans = new HashMap<>();
    private final int blockSize;

    private IndexTrees(Snapshot snapshot) {
        this.blockSize = snapshot.the(Server.class).blockSize();
        for (Index index : snapshot.all(Index.class)) {
            indexes.put(index.oid(), index);
            if (index.parent() != null) {
                children.computeIfAbsent(index.parent(), parent -> new ArrayList<>())
                        .add(index);
            }
        }
        if (snapshot.observed().contains(IndexStatistics.class)) {
            snapshot.all(IndexStatistics.class).forEach(counted -> scans.put(counted.index(), counted.scans()));
        }
    }

    static IndexTrees of(Snapshot snapshot) {
        return snapshot.view(IndexTrees.class, IndexTrees::new);
    }

    /// The partitions' indexes directly below an index.
    List<Index> children(Index parent) {
        return children.getOrDefault(parent.oid(), List.of());
    }

    /// The index of the partitioned parent that an index belongs to.
    Optional<Index> parent(Index index) {
        return Optional.ofNullable(index.parent()).map(indexes::get);
    }

    /// Whether the definitions of an index and of all below it could be read.
    boolean areDescribed(Index index) {
        return index.isDescribed() && children(index).stream().allMatch(this::areDescribed);
    }

    /// Whether the server has counted the scans of an index, or of all its parts.
    boolean isCounted(Index index) {
        return index.partitioned()
                ? !children(index).isEmpty() && children(index).stream().allMatch(this::isCounted)
                : scans.containsKey(index.oid());
    }

    long bytes(Index index) {
        return index.pages() * blockSize
                + children(index).stream().mapToLong(this::bytes).sum();
    }

    long scans(Index index) {
        return scans.getOrDefault(index.oid(), 0L)
                + children(index).stream().mapToLong(this::scans).sum();
    }
}
