// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html.figures;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.IndexStatistics;
import dev.tickbird.model.statistics.RelationSize;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The numbers of one index. What was not observed is null.
///
/// @param table the qualified name of its table; empty if that was not observed
public record IndexFigures(
        Index index,
        String table,
        @Nullable Long bytes,
        @Nullable Long scans) {

    /// One entry an index, in the snapshot's order; empty if indexes were not observed.
    public static List<IndexFigures> of(Snapshot snapshot) {
        Map<Long, Long> sizes = TableFigures.observed(snapshot, RelationSize.class).stream()
                .collect(Collectors.toMap(RelationSize::oid, RelationSize::bytes, Long::max));
        Map<Long, Long> scans = TableFigures.observed(snapshot, IndexStatistics.class).stream()
                .collect(Collectors.toMap(IndexStatistics::index, IndexStatistics::scans, Long::max));
        return TableFigures.observed(snapshot, Index.class).stream()
                .map(index ->
                        new IndexFigures(index, table(index, snapshot), sizes.get(index.oid()), scans.get(index.oid())))
                .toList();
    }

    /// What the index is for, besides finding rows.
    public String purpose() {
        String purpose = index.primary()
                ? "primary key"
                : index.exclusion() ? "exclusion" : index.unique() ? "unique" : index.isPartial() ? "partial" : "";
        return index.valid() ? purpose : purpose.isEmpty() ? "invalid" : purpose + ", invalid";
    }

    private static String table(Index index, Snapshot snapshot) {
        if (!snapshot.observed().contains(Table.class)) {
            return "";
        }
        return Relations.of(snapshot)
                .table(index.relation())
                .map(table -> table.qualifiedName().toString())
                .orElse("");
    }
}
