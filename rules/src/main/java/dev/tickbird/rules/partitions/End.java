// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.partitions;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.TableStatistics;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Where the partitions of a table in use end, seen from now: the first moment for which there is none.
///
/// @param last the partition before that moment
/// @param left the time until then; not positive if it is over
/// @param inserted how many rows came lately to the partition of today, or to the last one
record End(Ranges ranges, Ranges.Part last, Duration left, long inserted) {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    /// Empty if they never end, or nobody inserts: an archive may end where it likes.
    static Optional<End> of(Ranges ranges, Snapshot snapshot) {
        long now = snapshot.takenAt().toEpochMilli();
        Optional<Ranges.Part> current = ranges.at(now);
        Optional<Ranges.Part> last = current.map(ranges::last).or(() -> ranges.before(now));
        if (last.isEmpty() || !last.get().bound().isFinite()) {
            return Optional.empty();
        }
        Ranges.Part used = current.orElse(last.get());
        long inserted = inserted(used.partition(), snapshot)
                + (current.isPresent()
                        ? 0
                        : ranges.other().map(it -> inserted(it, snapshot)).orElse(0L));
        Duration left = Duration.ofMillis(last.get().bound().to() - now);
        End end = new End(ranges, last.get(), left, inserted);
        boolean longOver = left.plus(end.width().multipliedBy(2)).isNegative();
        return inserted == 0 || longOver ? Optional.empty() : Optional.of(end);
    }

    private static long inserted(Table table, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        return relations.of(table, TableStatistics.class).stream()
                        .mapToLong(TableStatistics::inserted)
                        .sum()
                + relations.children(table).stream()
                        .mapToLong(it -> inserted(it, snapshot))
                        .sum();
    }

    Duration width() {
        return Duration.ofMillis(last.bound().width());
    }

    String written() {
        return MINUTES.format(Instant.ofEpochMilli(last.bound().to()));
    }
}
