// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/// Knows how long each thing took that was done one after the other.
final class Stopwatch {

    private final Map<String, Long> nanoseconds = new LinkedHashMap<>();
    private String current = "start";
    private long since = System.nanoTime();

    /// The thing before is done, this one begins.
    void begin(String next) {
        long now = System.nanoTime();
        nanoseconds.merge(current, now - since, Long::sum);
        current = next;
        since = now;
    }

    Map<String, Long> nanoseconds() {
        return nanoseconds;
    }
}
