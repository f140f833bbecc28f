// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.sequences;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Sequence;
import dev.tickbird.model.statistics.ValuesAhead;
import java.util.List;
import java.util.stream.Collectors;

/// Prescribes that a sequence goes on behind the last value that its columns hold, as it is when the cure runs.
final class CaughtUp {

    private CaughtUp() {}

    static Remedy with(Sequence sequence, List<ValuesAhead> ahead, Snapshot snapshot) {
        boolean rises = sequence.increment() > 0;
        List<String> ends = ahead.stream()
                .map(it -> end(it, rises, Relations.of(snapshot)).text())
                .toList();
        Sql last = ends.size() == 1
                ? Sql.format("%s", ends.getFirst())
                : Sql.format("%s(%s)", rises ? "greatest" : "least", String.join(", ", ends));
        long next = ahead.stream().mapToLong(ValuesAhead::next).findFirst().orElseThrow();
        return new Remedy.Statement(
                List.of(Step.inTransaction(Sql.format("select setval(%L, %s)", sequence.qualifiedName(), last))),
                List.of(Step.inTransaction(asBefore(sequence, next))),
                Impact.locking(sequence.qualifiedName(), LockMode.ROW_EXCLUSIVE),
                Sql.format(
                        "select %s from %s",
                        Sql.format("last_value, %s as %I", last, names(ahead, snapshot)),
                        Sql.format("%I", sequence.qualifiedName())));
    }

    private static Sql asBefore(Sequence sequence, long next) {
        return sequence.lastValue() == null
                ? Sql.format("select setval(%L, %s, false)", sequence.qualifiedName(), next)
                : Sql.format("select setval(%L, %s)", sequence.qualifiedName(), next - sequence.increment());
    }

    private static Sql end(ValuesAhead ahead, boolean rises, Relations relations) {
        String column = LaggingSequence.column(ahead, relations).name();
        return Sql.format(
                "(select %s(%I) from %I)",
                rises ? "max" : "min", column, relations.tableOf(ahead).qualifiedName());
    }

    private static String names(List<ValuesAhead> ahead, Snapshot snapshot) {
        return ahead.stream()
                .map(it -> LaggingSequence.column(it, Relations.of(snapshot)).name())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
