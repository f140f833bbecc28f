// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of a table, drawn at random, or why there are none. They are nobody's to keep: no snapshot holds them.
public sealed interface RowSample {

    /// @param columns which of the table's columns
    /// @param rows each with a text a column, as PostgreSQL writes the value; null where there is none
    record Drawn(List<String> columns, List<List<@Nullable String>> rows) implements RowSample {

        public Drawn {
            columns = List.copyOf(columns);
            rows = Collections.unmodifiableList(new ArrayList<>(rows));
        }
    }

    /// @param reason why nobody gets rows here, in PostgreSQL's voice
    /// @param hint who would, in full sentences
    record Refused(String reason, String hint) implements RowSample {}
}
