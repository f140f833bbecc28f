// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.indexes;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.finding.Sql;

/// The query that shows whether an index is used.
final class Scans {

    private Scans() {}

    /// @param partitioned whether it belongs to a partitioned table, so that its parts are counted and not itself
    static Sql of(QualifiedName index, boolean partitioned) {
        return partitioned
                ? Sql.format(
                        "select sum(idx_scan) from pg_stat_user_indexes where indexrelid in (select relid from pg_partition_tree(%L))",
                        index)
                : Sql.format(
                        "select idx_scan from pg_stat_user_indexes where schemaname = %L and indexrelname = %L",
                        index.schema(), index.name());
    }
}
