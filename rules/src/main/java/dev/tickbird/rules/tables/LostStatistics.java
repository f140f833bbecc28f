// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.tables;

import java.util.List;

/// What the planner knows of a column goes with the column's type, and autovacuum does not notice, for no row has
/// changed. So who changes a type analyzes the table afterwards.
public final class LostStatistics {

    private LostStatistics() {}

    public static String of(List<String> columns) {
        return "leaves the planner without statistics of " + String.join(", ", columns)
                + " until the table has been analyzed";
    }
}
