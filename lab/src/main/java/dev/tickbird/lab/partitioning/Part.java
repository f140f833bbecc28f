// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.partitioning;

import java.util.List;

/// One partition to be, with what of the key's values lies in it.
///
/// @param bound as the catalogs tell it: `FOR VALUES …` or `DEFAULT`
/// @param label what tells it from others
/// @param share of the table's rows
/// @param values in their order; none where the key is of several columns
/// @param nulls the share of the table's rows that have no value and are here
record Part(String bound, String label, double share, List<Value> values, double nulls) {

    /// @param share of the table's rows
    /// @param common whether it is among the table's most common ones
    record Value(String text, double share, boolean common) {}

    Part {
        values = List.copyOf(values);
    }

    boolean isDefault() {
        return bound.equals("DEFAULT");
    }

    /// The share of the table's rows that have other values than the most common ones, and are here.
    double uncommonShare() {
        return values.stream()
                .filter(value -> !value.common())
                .mapToDouble(Value::share)
                .sum();
    }
}
