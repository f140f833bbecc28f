// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.model.TickbirdException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Until when a twin must stand.
record Deadline(Duration limit, long end) {

    static Deadline in(Duration limit) {
        return new Deadline(limit, System.nanoTime() + limit.toNanos());
    }

    /// How long there still is.
    ///
    /// @throws TickbirdException if there is no time left
    long millisLeft() {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
            throw passed();
        }
        return left;
    }

    TickbirdException passed() {
        return TickbirdException.target(
                "could not build the twin within " + limit.toMillis() / 1000.0 + " s",
                "Allow more time, or examine a database with fewer objects.",
                null);
    }
}
