// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html.figures;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Chooses what to show of too much: those that lead in any of the numbers by which the reader may sort.
public final class Leaders {

    private Leaders() {}

    /// @param each how many to take by each number
    /// @return in the order of the first number, greatest first
    public static <T> List<T> of(List<T> all, int each, List<Function<T, @Nullable Long>> numbers) {
        Set<T> leaders = numbers.stream()
                .flatMap(number -> leading(all, number).limit(each))
                .collect(Collectors.toSet());
        return leading(all, numbers.getFirst()).filter(leaders::contains).toList();
    }

    private static <T> Stream<T> leading(List<T> all, Function<T, @Nullable Long> number) {
        return all.stream()
                .sorted(Comparator.comparingLong((T it) -> orLeast(number.apply(it)))
                        .reversed());
    }

    private static long orLeast(@Nullable Long number) {
        return number == null ? Long.MIN_VALUE : number;
    }
}
