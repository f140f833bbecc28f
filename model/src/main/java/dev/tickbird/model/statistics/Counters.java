// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.statistics;

import dev.tickbird.model.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A fact whose counters belong to the whole server and are reset by themselves: how old those of a database are says
/// nothing of them.
public interface Counters extends Fact {

    /// When they began; null if it is not known, and then no earlier than the server was started.
    @Nullable
    Instant statisticsSince();
}
