// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.policies;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.roles.Membership;
import dev.tickbird.model.roles.Privilege;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Policy;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Schema;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.statistics.IndexStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.security.Rights;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// An index that nobody for whom the table's policies hold can make use of: its operators are not leakproof, and what
/// might leak must not see a row before the policies have let it through.
///
/// @param minRows on smaller tables it does not matter
/// @param minAge for how long no scan must have used it
public record IndexBehindPolicy(long minRows, Duration minAge) implements Rule {

    /// Operator classes none of whose operators that people search by is leakproof, in any version.
    private static final Set<String> LEAKY = Set.of(
            "array_ops",
            "jsonb_ops",
            "jsonb_path_ops",
            "tsvector_ops",
            "gin_trgm_ops",
            "gist_trgm_ops",
            "range_ops",
            "point_ops",
            "box_ops");

    private static final Set<String> METHODS = Set.of("gin", "gist", "spgist");

    public IndexBehindPolicy() {
        this(10_000, Duration.ofDays(7));
    }

    @Override
    public Needs needs() {
        return Needs.facts(
                        Table.class,
                        Index.class,
                        IndexStatistics.class,
                        Policy.class,
                        Privilege.class,
                        Role.class,
                        Membership.class,
                        Schema.class,
                        Database.class)
                .statisticsOlderThan(minAge);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        return snapshot.all(Table.class).stream()
                .filter(table -> table.rowSecurity() && table.rows() >= minRows)
                .filter(table -> chooses(relations.of(table, Policy.class)))
                .flatMap(table -> findings(table, snapshot));
    }

    /// Whether rows are let through by their values; a condition that is always true keeps nobody from an index.
    private static boolean chooses(List<Policy> policies) {
        return policies.stream()
                .filter(policy -> policy.command() == Policy.Command.ALL || policy.command() == Policy.Command.SELECT)
                .noneMatch(policy -> policy.permissive() && "true".equals(policy.using()));
    }

    /// Those who may read the table, as far as its policies let them.
    private static List<String> held(Table table, Snapshot snapshot) {
        return new RefusedCommands(table, snapshot)
                .users().entrySet().stream()
                        .filter(user -> user.getValue().contains("select"))
                        .filter(user -> snapshot.all(Role.class).stream()
                                .noneMatch(role -> role.name().equals(user.getKey())
                                        && (role.superuser() || role.bypassesRowSecurity())))
                        .filter(user -> table.forcedRowSecurity()
                                || !Rights.of(user.getKey(), snapshot).include(table.owner()))
                        .map(user -> user.getKey().equals("public") ? "everybody" : user.getKey())
                        .toList();
    }

    private Stream<Finding> findings(Table table, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        List<Long> unused = relations.of(table, IndexStatistics.class).stream()
                .filter(counted -> counted.scans() == 0)
                .map(IndexStatistics::index)
                .toList();
        List<Index> idle = relations.of(table, Index.class).stream()
                .filter(index -> METHODS.contains(index.method()) && unused.contains(index.oid()))
                .filter(index -> index.valid() && !index.enforces())
                .filter(index -> index.operatorClasses().stream().allMatch(IndexBehindPolicy::isLeaky))
                .toList();
        List<String> held = idle.isEmpty() ? List.of() : held(table, snapshot);
        return held.isEmpty() ? Stream.empty() : idle.stream().map(index -> finding(index, table, held));
    }

    /// One of an extension's may stand in any schema.
    private static boolean isLeaky(String operatorClass) {
        return LEAKY.contains(operatorClass.substring(operatorClass.lastIndexOf('.') + 1));
    }

    private Finding finding(Index index, Table table, List<String> held) {
        QualifiedName name = index.qualifiedName();
        String who = Words.some(held, 5);
        return finding(
                Severity.ADVICE,
                Subject.index(name),
                "index \"" + name + "\" cannot serve whom the policies of its table hold for",
                "No scan has used it. Its operators (" + String.join(", ", index.operatorClasses())
                        + ") are not leakproof, so the policies of " + table.qualifiedName() + " ("
                        + Words.count(table.rows(), "row") + ") are asked first, for each row. They hold for " + who
                        + ".",
                Evidence.of("rows", table.rows()).and("scans", 0).and("held", who),
                "Searches that it was built for read the whole table, or whatever an index for the policies leaves of"
                        + " it, and each write maintains it for nothing.",
                new Remedy.Advice(
                        "If an index for the policies' own column leaves few rows, drop this one: it is not needed.",
                        "Or search in a function that is a security definer, whose owner the policies do not hold for:"
                                + " it must have the policies' condition in its query, and a fixed search_path.",
                        "On a server of your own a superuser may declare the operator's function leakproof, such as"
                                + " \"alter function pg_catalog.arraycontains(anyarray, anyarray) leakproof\": a promise"
                                + " that no error message of it tells of a row. It holds for the whole database, and is"
                                + " not kept by a dump."));
    }
}
