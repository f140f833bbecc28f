// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.statistics;

import dev.tickbird.model.Fact;
import java.time.Instant;

/// How reliable the counters of pg_stat_statements are.
///
/// @param deallocations how often statements were thrown out because `pg_stat_statements.max` was full
public record StatementsInfo(long deallocations, Instant statisticsSince) implements Fact {}
