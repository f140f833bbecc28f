// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.partitioning;

import java.util.List;
import java.util.Map;

/// What lies in which partition.
///
/// @param parts the partitions
/// @param byColumn the partitions again, with the values of each column of which it is known
record Spread(List<Part> parts, Map<String, List<Part>> byColumn) {

    Spread {
        parts = List.copyOf(parts);
        byColumn = Map.copyOf(byColumn);
    }
}
