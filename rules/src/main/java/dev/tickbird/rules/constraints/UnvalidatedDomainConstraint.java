// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.constraints;

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
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Comment;
import dev.tickbird.model.schema.Domain;
import dev.tickbird.model.schema.DomainConstraint;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.tables.Comments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A check of a domain that was added `not valid`: values from before may break it.
public record UnvalidatedDomainConstraint() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Domain.class, DomainConstraint.class, Table.class, Column.class)
                .also(Comment.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return snapshot.all(DomainConstraint.class).stream()
                .filter(check -> !check.validated())
                .flatMap(check -> domain(check, snapshot).map(domain -> finding(check, domain, snapshot)).stream());
    }

    private static Optional<Domain> domain(DomainConstraint check, Snapshot snapshot) {
        return snapshot.all(Domain.class).stream()
                .filter(domain -> domain.oid() == check.domain())
                .findFirst();
    }

    private Finding finding(DomainConstraint check, Domain domain, Snapshot snapshot) {
        QualifiedName name = domain.qualifiedName();
        Relations relations = Relations.of(snapshot);
        List<Table> users = snapshot.all(Column.class).stream()
                .filter(column -> column.typeOid() == domain.oid())
                .flatMap(column -> relations.table(column.relation()).stream())
                .distinct()
                .toList();
        List<String> names =
                users.stream().map(table -> table.qualifiedName().toString()).toList();
        List<Step> rollback = new ArrayList<>();
        rollback.add(Step.inTransaction(Sql.format("alter domain %I drop constraint %I", name, check.name())));
        rollback.add(Step.inTransaction(
                Sql.format("alter domain %I add constraint %I %s", name, check.name(), check.definition())));
        rollback.addAll(Comments.of(snapshot).onDomainConstraint(check.oid(), check.name(), name));
        Impact impact = Impact.NONE;
        for (Table table : users) {
            impact = impact.andLocking(table.qualifiedName(), LockMode.SHARE);
        }
        return finding(
                Severity.ADVICE,
                new Subject("domain", name.toString()).at('.' + Identifier.quoted(check.name())),
                "check constraint \"" + check.name() + "\" of domain \"" + name + "\" is not validated",
                "It says " + check.definition() + ". "
                        + (names.isEmpty() ? "No table has a column of it." : "Used by " + Words.some(names, 5) + "."),
                Evidence.of("tables", names.size()).and("definition", check.definition()),
                "Values from before may break it; a cast or an update that touches such a value fails.",
                new Remedy.Statement(
                        List.of(Step.inTransaction(
                                Sql.format("alter domain %I validate constraint %I", name, check.name()))),
                        rollback,
                        impact,
                        null));
    }
}
