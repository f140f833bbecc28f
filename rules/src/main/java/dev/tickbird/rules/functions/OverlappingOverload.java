// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.functions;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Function;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Two functions of one name that the same call fits, because arguments have defaults: the call fails, or does not
/// reach the one that was meant.
public record OverlappingOverload() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Function.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return snapshot.all(Function.class).stream()
                .filter(it -> it.kind() == Function.Kind.FUNCTION || it.kind() == Function.Kind.PROCEDURE)
                .collect(Collectors.groupingBy(Function::qualifiedName))
                .values()
                .stream()
                .filter(named -> named.size() > 1)
                .flatMap(this::among);
    }

    /// Each with one that it overlaps, and that takes fewer arguments or as many.
    private Stream<Finding> among(List<Function> named) {
        List<Overload> overloads = named.stream()
                .map(Overload::new)
                .filter(it -> it.arguments.stream().noneMatch(Argument::variadic))
                .sorted(Comparator.comparingInt((Overload it) -> it.arguments.size())
                        .thenComparingLong(it -> it.function.oid()))
                .toList();
        return IntStream.range(1, overloads.size())
                .mapToObj(i -> i)
                .flatMap(i -> overloads.subList(0, i).stream()
                        .flatMap(other -> finding(overloads.get(i), other, overloads).stream())
                        .limit(1));
    }

    private Optional<Finding> finding(Overload longer, Overload shorter, List<Overload> overloads) {
        OptionalInt ambiguous = longer.ambiguous(shorter, overloads);
        if (ambiguous.isPresent()) {
            return Optional.of(ambiguous(longer.function, shorter.function, ambiguous.getAsInt()));
        }
        return longer.isHidden(shorter)
                ? Optional.of(hidden(longer.function, shorter.function, shorter.arguments.size()))
                : Optional.empty();
    }

    private Finding ambiguous(Function longer, Function shorter, int given) {
        return finding(
                Severity.ADVICE,
                subject(longer, shorter),
                kind(longer) + " \"" + longer.qualifiedName() + "\" cannot be called with "
                        + Words.count(given, "argument"),
                "Such a call fits " + longer.signature() + " and " + shorter.signature()
                        + ", because of their defaults, and PostgreSQL does not choose.",
                Evidence.of("arguments", given).and("other", shorter.signature()),
                "Who leaves the rest to the defaults gets an error, that the function is not unique.",
                new Remedy.Advice("Drop the one that is not called any more: " + dropped(shorter) + ", or "
                        + dropped(longer) + "; or take the defaults from one of them."));
    }

    private Finding hidden(Function longer, Function shorter, int given) {
        return finding(
                Severity.NOTE,
                subject(longer, shorter),
                "the default of " + kind(longer) + " \"" + longer.signature() + "\" is never used",
                "A call with " + Words.count(given, "argument") + " reaches " + shorter.signature()
                        + ", which takes just as many.",
                Evidence.of("arguments", given).and("other", shorter.signature()),
                "If it was put in place of the other, calls still reach the old one.",
                new Remedy.Advice(
                        "If the shorter one is left over, drop it, and such calls reach the longer: " + dropped(shorter)
                                + ".",
                        "If both are meant, take the default from the longer one: it misleads whoever reads it."));
    }

    private static Subject subject(Function longer, Function shorter) {
        return new Subject(kind(longer), longer.signature()).at(" beside " + shorter.signature());
    }

    private static String kind(Function function) {
        return function.kind() == Function.Kind.PROCEDURE ? "procedure" : "function";
    }

    private static String dropped(Function function) {
        return function.kind() == Function.Kind.PROCEDURE
                ? Sql.format("drop procedure %s", function.signature()).text()
                : Sql.format("drop function %s", function.signature()).text();
    }

    private record Overload(Function function, List<Argument> arguments, int required) {

        Overload(Function function) {
            this(function, Argument.of(function));
        }

        private Overload(Function function, List<Argument> arguments) {
            this(function, arguments, (int)
                    arguments.stream().filter(it -> !it.hasDefault()).count());
        }

        /// With how many arguments a call fits both by their defaults, and none that takes just as many.
        OptionalInt ambiguous(Overload shorter, List<Overload> all) {
            return IntStream.range(Math.max(required, shorter.required), shorter.arguments.size())
                    .filter(given -> agree(given, shorter))
                    .filter(given -> all.stream().noneMatch(it -> it.arguments.size() == given && agree(given, it)))
                    .findFirst();
        }

        boolean isHidden(Overload shorter) {
            int given = shorter.arguments.size();
            return given >= required && given < arguments.size() && agree(given, shorter);
        }

        private boolean agree(int given, Overload other) {
            return IntStream.range(0, given)
                    .allMatch(i -> arguments
                            .get(i)
                            .type()
                            .equals(other.arguments.get(i).type()));
        }
    }
}
