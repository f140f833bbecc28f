// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.comparison;

import dev.tickbird.model.comparison.Meantime.Unit;
import dev.tickbird.model.statistics.DatabaseStatistics;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// The counters of a database that are worth telling.
final class DatabaseCounters {

    static final Map<String, Counted> ALL = Collections.unmodifiableMap(all());

    record Counted(Unit unit, ToDoubleFunction<DatabaseStatistics> reading) {}

    private DatabaseCounters() {}

    private static Map<String, Counted> all() {
        Map<String, Counted> all = new LinkedHashMap<>();
        all.put("commits", new Counted(Unit.COUNT, DatabaseStatistics::commits));
        all.put("rollbacks", new Counted(Unit.COUNT, DatabaseStatistics::rollbacks));
        all.put("rows inserted", new Counted(Unit.COUNT, DatabaseStatistics::inserted));
        all.put("rows updated", new Counted(Unit.COUNT, DatabaseStatistics::updated));
        all.put("rows deleted", new Counted(Unit.COUNT, DatabaseStatistics::deleted));
        all.put("rows read by scans", new Counted(Unit.COUNT, DatabaseStatistics::rowsReturned));
        all.put("blocks read", new Counted(Unit.COUNT, DatabaseStatistics::blocksRead));
        all.put("blocks found in shared buffers", new Counted(Unit.COUNT, DatabaseStatistics::blocksHit));
        all.put("temporary files", new Counted(Unit.COUNT, DatabaseStatistics::temporaryFiles));
        all.put("temporary data", new Counted(Unit.BYTES, DatabaseStatistics::temporaryBytes));
        all.put("deadlocks", new Counted(Unit.COUNT, DatabaseStatistics::deadlocks));
        all.put("queries cancelled by recovery", new Counted(Unit.COUNT, DatabaseStatistics::conflicts));
        all.put("sessions", new Counted(Unit.COUNT, DatabaseStatistics::sessions));
        all.put("time in statements", new Counted(Unit.MILLISECONDS, DatabaseStatistics::activeMillis));
        all.put(
                "time idle in transactions",
                new Counted(Unit.MILLISECONDS, DatabaseStatistics::idleInTransactionMillis));
        return all;
    }
}
