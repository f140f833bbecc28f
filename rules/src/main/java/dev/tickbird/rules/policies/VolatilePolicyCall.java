// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.policies;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Impact;
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
import dev.tickbird.rules.tables.TableTree;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A policy that compares rows with what a volatile function answers: it is called for each row, and no index can find
/// the rows.
///
/// @param minRows on smaller tables it does not matter
/// @param manyRows from this many rows on it costs today
public record VolatilePolicyCall(long minRows, long manyRows) implements Rule {

    /// A body that does nothing but read a setting, and so is stable without doubt.
    private static final Pattern READS_A_SETTING = Pattern.compile(
            "\\s*select\\s+(?:nullif\\s*\\(\\s*)?current_setting\\s*\\(\\s*'[^']*'\\s*(?:,\\s*(?:true|false)\\s*)?\\)"
                    + "(?:\\s*,\\s*''\\s*\\))?\\s*(?:::\\s*\\w+)?\\s*;?\\s*",
            Pattern.CASE_INSENSITIVE);

    public VolatilePolicyCall() {
        this(10_000, 1_000_000);
    }

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Policy.class, Function.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        TableTree tree = TableTree.of(snapshot);
        Relations relations = Relations.of(snapshot);
        Map<String, List<Function>> functions = snapshot.all(Function.class).stream()
                .collect(Collectors.groupingBy(
                        function -> function.qualifiedName().toString()));
        return snapshot.all(Table.class).stream()
                .filter(table -> table.rowSecurity() && tree.rows(table) >= minRows)
                .flatMap(table -> relations.of(table, Policy.class).stream()
                        .flatMap(policy -> finding(policy, table, tree.rows(table), functions)));
    }

    /// If several share a name, all must be volatile: which one is called, only the server knows.
    private static boolean isVolatile(List<Function> overloads) {
        return !overloads.isEmpty()
                && overloads.stream()
                        .allMatch(function ->
                                function.volatility() == Function.Volatility.VOLATILE && !function.returnsSet())
                && overloads.stream().noneMatch(VolatilePolicyCall::mayBeInlined);
    }

    /// The planner puts a simple SQL function's body in place of the call, and judges that.
    private static boolean mayBeInlined(Function function) {
        return function.language().equals("sql")
                && !function.securityDefiner()
                && function.settings().isEmpty();
    }

    private Stream<Finding> finding(Policy policy, Table table, long rows, Map<String, List<Function>> functions) {
        String using = Objects.requireNonNullElse(policy.using(), "");
        PolicyCondition condition =
                new PolicyCondition(using, name -> isVolatile(functions.getOrDefault(name, List.of())));
        List<Function> called = condition.callsPerRow().stream()
                .map(call -> call.substring(0, call.indexOf('(')))
                .distinct()
                .flatMap(name -> functions.getOrDefault(name, List.of()).stream())
                .toList();
        return called.isEmpty() ? Stream.empty() : Stream.of(finding(policy, table, rows, called));
    }

    private Finding finding(Policy policy, Table table, long rows, List<Function> called) {
        QualifiedName name = table.qualifiedName();
        String names = called.stream().map(Function::signature).collect(Collectors.joining(", "));
        return finding(
                rows >= manyRows ? Severity.WARNING : Severity.ADVICE,
                new Subject("policy", Identifier.quoted(policy.name()) + " on " + name),
                "policy \"" + policy.name() + "\" of table \"" + name + "\" calls a volatile function for each row",
                "It calls " + names + " with nothing of the row, and compares " + Words.count(rows, "row")
                        + " with the answer. A volatile function may answer otherwise each time, so it is called each"
                        + " time; functions are volatile unless they are declared otherwise.",
                Evidence.of("rows", rows).and("functions", names),
                "Each statement that the policy holds for calls it for every row that it reads, and no index on the"
                        + " column that the answer is compared with is used.",
                remedy(called));
    }

    private static Remedy remedy(List<Function> called) {
        boolean certain = called.stream()
                .allMatch(it -> it.language().equals("sql")
                        && READS_A_SETTING.matcher(it.source()).matches());
        if (certain) {
            return new Remedy.Statement(
                    called.stream()
                            .map(it -> Step.inTransaction(Sql.format("alter function %s stable", it.signature())))
                            .toList(),
                    called.stream()
                            .map(it -> Step.inTransaction(Sql.format("alter function %s volatile", it.signature())))
                            .toList(),
                    Impact.NONE,
                    null);
        }
        String alter = called.stream()
                .map(it ->
                        Sql.format("alter function %s stable", it.signature()).text())
                .collect(Collectors.joining("; "));
        return new Remedy.Advice(
                "If it only reads, and answers the same all through a statement, say so: \"" + alter + "\".",
                "If it writes, such as a log of who reads, call it in the policy in a select of its own: once a"
                        + " statement instead of once a row.");
    }
}
