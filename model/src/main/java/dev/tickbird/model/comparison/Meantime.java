// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.comparison;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was done in the database between two snapshots, as far as its counters tell.
public sealed interface Meantime {

    /// The counters of the two cannot be subtracted.
    ///
    /// @param reason one line in PostgreSQL's voice
    record Unknown(String reason) implements Meantime {}

    /// The busiest first.
    ///
    /// @param remarks what of it is not known, and why
    record Measured(
            Duration length,
            List<TableTraffic> tables,
            List<StatementWork> statements,
            List<Counter> counters,
            List<String> remarks)
            implements Meantime {
        public Measured {
            tables = List.copyOf(tables);
            statements = List.copyOf(statements);
            counters = List.copyOf(counters);
            remarks = List.copyOf(remarks);
        }

        /// Whether no counter has moved, as far as they could be compared.
        public boolean isEmpty() {
            return tables.isEmpty() && statements.isEmpty() && counters.isEmpty() && remarks.isEmpty();
        }

        /// So many of it in each second.
        public double perSecond(double amount) {
            return length.isZero() ? 0 : amount * 1000 / length.toMillis();
        }
    }

    /// A table that was written, scanned, or changed its size.
    ///
    /// @param bytesBefore with its indexes and TOAST; null where a size is not known
    record TableTraffic(
            String table,
            long inserted,
            long updated,
            long deleted,
            long sequentialScans,
            long indexScans,
            @Nullable Long bytesBefore,
            @Nullable Long bytesAfter) {

        public long written() {
            return inserted + updated + deleted;
        }

        /// 0 where a size is not known.
        public long growth() {
            return bytesBefore == null || bytesAfter == null ? 0 : bytesAfter - bytesBefore;
        }

        boolean isIdle() {
            return written() == 0 && sequentialScans == 0 && indexScans == 0 && growth() == 0;
        }
    }

    /// A statement that was called.
    record StatementWork(long queryId, String text, long calls, double millis, long rows) {}

    /// What a counter of the database or the server has grown by.
    record Counter(String name, double amount, Unit unit) {}

    enum Unit {
        COUNT,
        BYTES,
        MILLISECONDS
    }
}
