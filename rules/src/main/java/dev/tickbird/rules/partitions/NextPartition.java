// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.partitions;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.schema.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Prescribes the partition that follows in time: as wide as the last one, and named after it.
final class NextPartition {

    private static final List<String> STAMPS =
            List.of("yyyy_MM_dd", "yyyy-MM-dd", "yyyyMMdd", "yyyy_MM", "yyyy-MM", "yyyyMM", "yyyy'm'MM", "yyyy");

    private NextPartition() {}

    static Remedy after(List<End> ends, Snapshot snapshot) {
        List<AttachedPartition> next = new ArrayList<>();
        for (End end : ends) {
            Optional<Sql> bound = bound(end);
            if (bound.isEmpty() || end.ranges().isTied(end.last(), snapshot) || !fits(end)) {
                return AttachedPartition.byHand(end.ranges(), end.last());
            }
            next.add(new AttachedPartition(end.ranges().table(), name(end, snapshot), bound.get()));
        }
        return AttachedPartition.all(next);
    }

    /// Whether it reaches beyond now and ends before the next one that there is.
    private static boolean fits(End end) {
        long from = end.last().bound().to();
        long to = from + end.last().bound().width();
        return end.left().plus(end.width()).isPositive()
                && end.ranges().parts().stream()
                        .noneMatch(part ->
                                part.bound().from() >= from && part.bound().from() < to);
    }

    /// As wide as the last: whole months where it had months, so many milliseconds otherwise. Empty where the clock was
    /// changed in between or the days do not come out even.
    private static Optional<Sql> bound(End end) {
        RangeBound last = end.last().bound();
        LocalDateTime from = local(last.from());
        LocalDateTime to = local(last.to());
        boolean midnight =
                from.toLocalTime().toSecondOfDay() == 0 && to.toLocalTime().toSecondOfDay() == 0;
        boolean months = midnight && from.getDayOfMonth() == 1 && to.getDayOfMonth() == 1;
        if (!midnight || !months && end.width().toDays() > 14) {
            return Optional.empty();
        }
        LocalDateTime next = months
                ? to.plusMonths(
                        Period.between(from.toLocalDate(), to.toLocalDate()).toTotalMonths())
                : to.plus(end.width());
        boolean dates = last.highest().length() == 10;
        String zone = last.highest().endsWith("+00") ? "+00" : "";
        String until = next.format(DateTimeFormatter.ofPattern(dates ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss")) + zone;
        return Optional.of(Sql.format("for values from (%L) to (%L)", last.highest(), until));
    }

    /// The last one's name with its date put forward, or the table's with the date behind it.
    private static QualifiedName name(End end, Snapshot snapshot) {
        Table last = end.last().partition();
        LocalDateTime from = local(end.last().bound().from());
        LocalDateTime to = local(end.last().bound().to());
        String name = STAMPS.stream()
                .map(DateTimeFormatter::ofPattern)
                .filter(stamp -> last.name().contains(from.format(stamp)))
                .findFirst()
                .map(stamp -> last.name().replace(from.format(stamp), to.format(stamp)))
                .orElse(end.ranges().table().name() + '_' + to.format(DateTimeFormatter.ofPattern("yyyyMMdd")));
        return AttachedPartition.free(new QualifiedName(last.schema(), name), snapshot);
    }

    private static LocalDateTime local(long moment) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(moment), ZoneOffset.UTC);
    }
}
