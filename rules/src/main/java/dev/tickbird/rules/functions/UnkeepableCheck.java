// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.functions;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.schema.Constraint;
import dev.tickbird.model.schema.Function;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.View;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A check whose function reads tables: it is made when its own row is written, and not when what it has read changes.
public record UnkeepableCheck() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Constraint.class, Function.class, Table.class, View.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Map<QualifiedName, List<Function>> functions =
                snapshot.all(Function.class).stream().collect(Collectors.groupingBy(Function::qualifiedName));
        if (functions.isEmpty()) {
            return Stream.empty();
        }
        Relations relations = Relations.of(snapshot);
        return snapshot.all(Constraint.class).stream()
                .filter(it -> it.kind() == Constraint.Kind.CHECK && it.enforced() && it.local())
                .flatMap(check ->
                        relations
                                .table(check.relation())
                                .flatMap(table -> finding(check, table, functions, snapshot))
                                .stream());
    }

    /// Empty if which of several functions it calls is not certain.
    private Optional<Finding> finding(
            Constraint check, Table table, Map<QualifiedName, List<Function>> functions, Snapshot snapshot) {
        return ExpressionUse.calls(Objects.requireNonNullElse(check.definition(), "")).stream()
                .map(name -> functions.getOrDefault(name, List.of()))
                .filter(named -> named.size() == 1 && BodyText.isReadable(named.getFirst()))
                .map(List::getFirst)
                .flatMap(function -> {
                    List<String> read =
                            OutsideWorld.of(BodyText.of(function), snapshot).tables();
                    return read.isEmpty() ? Stream.empty() : Stream.of(finding(check, table, function, read));
                })
                .findFirst();
    }

    private Finding finding(Constraint check, Table table, Function function, List<String> read) {
        QualifiedName name = table.qualifiedName();
        return finding(
                Severity.ADVICE,
                Subject.table(name).at('.' + Identifier.quoted(check.name())),
                "check \"" + check.name() + "\" of table \"" + name + "\" depends on other rows",
                "It calls " + function.signature() + ", which reads " + String.join(", ", read)
                        + ". PostgreSQL makes a check when its row is written, and not again when others change.",
                Evidence.of("function", function.signature()).and("reads", String.join(", ", read)),
                "Rows that break it come about unnoticed, as when two are written at the same time; and a dump may not be"
                        + " restored, because the check is made before the rows that it reads are there.",
                new Remedy.Advice(
                        "Say it with what PostgreSQL keeps: a foreign key, a unique index or an exclusion constraint;"
                                + " then drop the check.",
                        "If none of these can say it, a trigger on each of the tables can, with a lock against those who"
                                + " write at the same time; triggers are made after the rows when a dump is restored."));
    }
}
