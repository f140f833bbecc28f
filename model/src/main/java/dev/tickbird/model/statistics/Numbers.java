// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.statistics;

import java.util.Arrays;
import java.util.List;

/// How PostgreSQL writes an array of numbers: `{0.5,0.25}`.
final class Numbers {

    private Numbers() {}

    static List<Double> of(String array) {
        String inside = array.substring(1, array.length() - 1);
        return inside.isEmpty()
                ? List.of()
                : Arrays.stream(inside.split(",", -1)).map(Double::valueOf).toList();
    }
}
