// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.policies;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Function;
import dev.tickbird.model.schema.Policy;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A policy that asks the same question, such as who the user is, again for each row that is read.
///
/// @param minRows on smaller tables it does not matter
/// @param manyRows from this many rows on it costs today
public record PolicyPerRowCall(long minRows, long manyRows) implements Rule {

    public PolicyPerRowCall() {
        this(10_000, 1_000_000);
    }

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Policy.class, Function.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        Predicate<String> steady = steady(snapshot);
        return snapshot.all(Table.class).stream()
                .filter(table -> table.rowSecurity() && rows(table, relations) >= minRows)
                .flatMap(table -> relations.of(table, Policy.class).stream()
                        .filter(policy -> !calls(policy, steady).isEmpty())
                        .map(policy -> finding(policy, table, rows(table, relations), steady)));
    }

    /// A setting, and the user's own functions that are stable; if several share a name, all must be.
    private static Predicate<String> steady(Snapshot snapshot) {
        Set<String> stable = names(snapshot, true);
        Set<String> others = names(snapshot, false);
        return name -> name.equals("current_setting") || (stable.contains(name) && !others.contains(name));
    }

    private static Set<String> names(Snapshot snapshot, boolean stable) {
        return snapshot.all(Function.class).stream()
                .filter(function -> !function.returnsSet())
                .filter(function -> (function.volatility() == Function.Volatility.STABLE) == stable)
                .map(function -> function.qualifiedName().toString())
                .collect(Collectors.toSet());
    }

    private static Set<String> calls(Policy policy, Predicate<String> steady) {
        return new PolicyCondition(Objects.requireNonNullElse(policy.using(), ""), steady).callsPerRow();
    }

    private static long rows(Table table, Relations relations) {
        long below = relations.children(table).stream()
                .mapToLong(child -> rows(child, relations))
                .sum();
        return Math.max(Math.max(table.rows(), 0), below);
    }

    private Finding finding(Policy policy, Table table, long rows, Predicate<String> steady) {
        QualifiedName name = table.qualifiedName();
        String calls = String.join(", ", calls(policy, steady));
        return finding(
                rows >= manyRows ? Severity.WARNING : Severity.ADVICE,
                new Subject("policy", Identifier.quoted(policy.name()) + " on " + name),
                "policy \"" + policy.name() + "\" of table \"" + name + "\" calls a function for each row",
                "Its condition calls " + calls + ", whose answer is the same for all " + Words.count(rows, "row")
                        + ". In a select of its own it is called once a statement.",
                Evidence.of("rows", rows).and("calls", calls),
                "Each statement that reads the table without an index for this condition calls it for every row.",
                new Remedy.Statement(
                        List.of(Step.inTransaction(
                                altered(policy, name, text -> new PolicyCondition(text, steady).calledOnce()))),
                        List.of(Step.inTransaction(altered(policy, name, text -> text))),
                        Impact.locking(name, LockMode.ACCESS_EXCLUSIVE),
                        null));
    }

    private static Sql altered(Policy policy, QualifiedName table, UnaryOperator<String> rewritten) {
        Sql using = PolicyCondition.enclosed(rewritten.apply(Objects.requireNonNullElse(policy.using(), "")));
        return policy.check() == null
                ? Sql.format("alter policy %I on %I using %s", policy.name(), table, using)
                : Sql.format(
                        "alter policy %I on %I using %s with check %s",
                        policy.name(), table, using, PolicyCondition.enclosed(rewritten.apply(policy.check())));
    }
}
