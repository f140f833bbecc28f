// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.comparison;

import dev.tickbird.model.Fact;
import dev.tickbird.model.comparison.Difference.Change;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One thing that describes an object.
///
/// @param mayBeUnknown whether null means that it was not seen, and so cannot be compared; otherwise null means none
record Property<F extends Fact>(String name, boolean mayBeUnknown, Reading<F> reading) {

    /// How a property is read off a fact.
    @FunctionalInterface
    interface Reading<F> {
        @Nullable
        Object of(F fact, Names names);
    }

    /// What became of it; empty if nothing did, or if one side does not know it.
    Optional<Change> change(F before, Names namesBefore, F after, Names namesAfter) {
        @Nullable Object from = reading.of(before, namesBefore);
        @Nullable Object to = reading.of(after, namesAfter);
        if (mayBeUnknown && (from == null || to == null)) {
            return Optional.empty();
        }
        @Nullable String fromText = text(from);
        @Nullable String toText = text(to);
        return Objects.equals(fromText, toText) ? Optional.empty() : Optional.of(new Change(name, fromText, toText));
    }

    /// As people read it; null if there is nothing to read.
    static @Nullable String text(@Nullable Object value) {
        @Nullable
        String text = switch (value) {
            case null -> null;
            case Boolean yes -> yes ? "yes" : "no";
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(", "));
            default -> value.toString();
        };
        return text == null || text.isEmpty() ? null : text;
    }
}
