// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.functions;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.schema.Function;
import dev.tickbird.model.schema.Function.Parallel;
import dev.tickbird.model.schema.Function.Volatility;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A function that writes, although it is declared stable, immutable or parallel safe: PostgreSQL refuses the write.
public record ForbiddenWrite() implements Rule {

    private static final Set<String> FOR_TRIGGERS = Set.of("trigger", "event_trigger");

    @Override
    public Needs needs() {
        return Needs.facts(Function.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Set<String> own =
                snapshot.all(Function.class).stream().map(Function::name).collect(Collectors.toSet());
        return snapshot.all(Function.class).stream()
                .filter(BodyText::isReadable)
                .filter(it -> it.volatility() != Volatility.VOLATILE || it.parallel() != Parallel.UNSAFE)
                .flatMap(function -> finding(function, own).stream());
    }

    private Optional<Finding> finding(Function function, Set<String> own) {
        BodyText body = BodyText.of(function);
        boolean joined = function.language().equals("sql") && function.returnsSet(); // its select into the caller's
        Optional<String> command = WritingCommand.in(body, joined);
        if (function.volatility() != Volatility.VOLATILE) {
            return command.map(it -> always(function, it));
        }
        boolean called = !FOR_TRIGGERS.contains(String.valueOf(function.returnType())); // a trigger's label is not read
        return command.or(() -> WritingCommand.draw(body, own))
                .filter(_ -> called)
                .map(it -> sometimes(function, it));
    }

    private Finding always(Function function, String command) {
        String label = function.volatility().toString().toLowerCase(Locale.ROOT);
        return finding(
                Severity.WARNING,
                new Subject("function", function.signature()),
                "function \"" + function.signature() + "\" writes, which it may not, being " + label,
                "Its body has \"" + command + "\". In a function that is not volatile, PostgreSQL refuses what writes.",
                Evidence.of("command", command).and("declared", label),
                "Whoever calls it gets an error as soon as it comes to that place.",
                volatileAgain(function, label));
    }

    private static Remedy volatileAgain(Function function, String label) {
        String signature = function.signature();
        if (function.volatility() == Volatility.IMMUTABLE) {
            return new Remedy.Advice(
                    "If no index, generated column or partition key calls it, declare it as it is: "
                            + Sql.format("alter function %s volatile parallel unsafe", signature) + ".",
                    "If one does, take the write out of it: what is indexed cannot write.");
        }
        String parallel = function.parallel().toString().toLowerCase(Locale.ROOT);
        return altered(
                Sql.format("alter function %s volatile parallel unsafe", signature),
                Sql.format("alter function %s %s parallel %s", signature, label, parallel));
    }

    private Finding sometimes(Function function, String command) {
        String label = function.parallel().toString().toLowerCase(Locale.ROOT);
        String kind = function.kind() == Function.Kind.PROCEDURE ? "procedure" : "function";
        String signature = function.signature();
        return finding(
                Severity.ADVICE,
                new Subject(kind, signature),
                kind + " \"" + signature + "\" writes, but is declared parallel " + label,
                "Its body has \"" + command
                        + "\", which PostgreSQL refuses in a statement that several processes work on.",
                Evidence.of("command", command).and("declared", "parallel " + label),
                "A statement that calls it works until the planner finds its tables large enough for several processes;"
                        + " from then on it fails.",
                altered(
                        Sql.format("alter %s %s parallel unsafe", kind, signature),
                        Sql.format("alter %s %s parallel %s", kind, signature, label)));
    }

    private static Remedy altered(Sql cure, Sql undo) {
        return new Remedy.Statement(
                List.of(Step.inTransaction(cure)), List.of(Step.inTransaction(undo)), Impact.NONE, null);
    }
}
