// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.correlation;

import dev.tickbird.model.schema.Table;
import dev.tickbird.observe.RowSample;
import java.util.List;

/// Where rows of the source's tables come from.
public interface Rows {

    /// Nowhere: a snapshot file has none.
    Rows NONE = (_, _, _, _) -> new RowSample.Refused(
            "a snapshot file has no rows to sample",
            "Name the server instead of the file: it is asked for a sample of the rows.");

    /// @param table of the source
    /// @param pages of the table and its partitions
    /// @param rows of the same; -1 if that is not known
    RowSample of(Table table, List<String> columns, long pages, long rows);
}
