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
import dev.tickbird.model.schema.Comment;
import dev.tickbird.model.schema.Policy;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.tables.Comments;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/// A permissive policy that decides nothing, because another one lets the same roles at all its rows. Permissive
/// policies are joined with *or*: the wider one wins.
public record RedundantPolicy() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Policy.class).also(Comment.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        return snapshot.all(Table.class).stream().filter(Table::rowSecurity).flatMap(table -> {
            List<Policy> permissive = relations.of(table, Policy.class).stream()
                    .filter(Policy::permissive)
                    .filter(RedundantPolicy::isRead)
                    .toList();
            return permissive.stream()
                    .flatMap(policy -> permissive.stream()
                            .filter(other -> isWider(other, policy))
                            .limit(1)
                            .map(other -> finding(policy, other, table, Comments.of(snapshot))));
        });
    }

    /// Conditions are hidden while somebody holds a table of theirs exclusively.
    private static boolean isRead(Policy policy) {
        return policy.hasUsing() == (policy.using() != null) && policy.hasCheck() == (policy.check() != null);
    }

    /// Of two that do the same, the one whose name comes first stays.
    private static boolean isWider(Policy other, Policy policy) {
        return other.oid() != policy.oid()
                && includes(other, policy)
                && (!includes(policy, other) || other.name().compareTo(policy.name()) < 0);
    }

    private static boolean includes(Policy other, Policy policy) {
        boolean roles = other.isForEverybody() || other.roles().containsAll(policy.roles());
        boolean command = other.command() == policy.command() || other.command() == Policy.Command.ALL;
        return roles && command && letsIn(other, policy);
    }

    private static boolean letsIn(Policy other, Policy policy) {
        return switch (policy.command()) {
            case SELECT -> Objects.equals(other.using(), policy.using()) || showsAll(other);
            case DELETE -> Objects.equals(other.using(), policy.using());
            case INSERT -> Objects.equals(written(other), written(policy));
            case UPDATE, ALL ->
                Objects.equals(other.using(), policy.using()) && Objects.equals(written(other), written(policy));
        };
    }

    /// One for all commands that is always true is another rule's matter.
    private static boolean showsAll(Policy policy) {
        return policy.command() == Policy.Command.SELECT && "true".equals(policy.using());
    }

    /// Which rows may be written: those that may be seen, if nothing else is said.
    private static String written(Policy policy) {
        return Objects.requireNonNullElse(policy.check(), Objects.requireNonNullElse(policy.using(), ""));
    }

    private Finding finding(Policy policy, Policy other, Table table, Comments comments) {
        QualifiedName name = table.qualifiedName();
        boolean same = policy.command() != Policy.Command.SELECT || Objects.equals(other.using(), policy.using());
        String condition = Objects.requireNonNullElse(policy.using(), written(policy));
        return finding(
                Severity.ADVICE,
                new Subject("policy", Identifier.quoted(policy.name()) + " on " + name),
                "policy \"" + policy.name() + "\" of table \"" + name + "\" decides nothing: policy \"" + other.name()
                        + "\" lets the same roles at all its rows",
                "Both are permissive. \"" + policy.name() + "\" is for " + told(policy) + ", with the condition "
                        + condition + "; \"" + other.name() + "\" is for " + told(other)
                        + (same ? ", with the same." : ", and lets every row through."),
                Evidence.of("rows", Math.max(table.rows(), 0)).and("wider", other.name()),
                same
                        ? "Who tightens one of them has tightened nothing."
                        : "If it was to keep rows from them, it does not: they see every row.",
                same ? dropping(policy, name, comments) : advice(policy, other, name));
    }

    private static Remedy dropping(Policy policy, QualifiedName table, Comments comments) {
        List<Step> undo = new ArrayList<>(List.of(Step.inTransaction(created(policy, table))));
        undo.addAll(comments.onPolicy(policy.oid(), policy.name(), table));
        return new Remedy.Statement(
                List.of(Step.inTransaction(Sql.format("drop policy %I on %I", policy.name(), table))),
                undo,
                Impact.locking(table, LockMode.ACCESS_EXCLUSIVE),
                null);
    }

    private static Remedy advice(Policy policy, Policy other, QualifiedName table) {
        return new Remedy.Advice(
                "If rows are to be kept from them, drop the one that shows all: \""
                        + Sql.format("drop policy %I on %I", other.name(), table) + "\".",
                "If they shall see all, drop the one that decides nothing: \""
                        + Sql.format("drop policy %I on %I", policy.name(), table) + "\".",
                "If both conditions shall hold, make the narrow one restrictive.");
    }

    /// Such as `select to app, clerk`.
    private static String told(Policy policy) {
        String command = policy.command() == Policy.Command.ALL
                ? "all commands"
                : policy.command().name().toLowerCase(Locale.ROOT);
        return command + " to " + (policy.isForEverybody() ? "everybody" : String.join(", ", policy.roles()));
    }

    private static Sql created(Policy policy, QualifiedName table) {
        String command = policy.command().name().toLowerCase(Locale.ROOT);
        Sql start = Sql.format("create policy %I on %I for %s to %I", policy.name(), table, command, policy.roles());
        Sql seen = policy.using() == null ? start : Sql.format("%s using (%s)", start, policy.using());
        return policy.check() == null ? seen : Sql.format("%s with check (%s)", seen, policy.check());
    }
}
