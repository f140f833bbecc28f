// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.triggers;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.schema.Firing;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.RewriteRule;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.Locale;
import java.util.stream.Stream;

/// A rule on a table: it rewrites the query before a row is seen, so that expressions are evaluated twice and
/// counts are those of another statement.
public record RuleOnTable() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, RewriteRule.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        return snapshot.all(RewriteRule.class).stream()
                .filter(rule -> rule.firing() != Firing.DISABLED)
                .flatMap(rule -> relations.table(rule.relation()).stream()
                        .filter(Table::isWritten)
                        .map(table -> finding(rule, table)));
    }

    private Finding finding(RewriteRule rule, Table table) {
        QualifiedName name = table.qualifiedName();
        String event = rule.event().toString().toLowerCase(Locale.ROOT);
        String what = rule.instead() ? "something else is done instead" : "something else is done as well";
        return finding(
                Severity.ADVICE,
                Subject.table(name).at('.' + Identifier.quoted(rule.name())),
                "rule \"" + rule.name() + "\" rewrites each " + event + " on table \"" + name + "\"",
                "When somebody asks for "
                        + (event.equals("update") ? "an update" : event.equals("insert") ? "an insert" : "a delete")
                        + ", " + what + ". It is defined as: "
                        + (rule.definition() == null ? "…" : rule.definition().replaceAll("\\s+", " ")),
                Evidence.of("event", event).and("instead", rule.instead()),
                rule.instead()
                        ? "The client is told of no or of other rows, COPY and foreign keys pass it by or fail, and RETURNING may be refused."
                        : "Defaults and volatile expressions, such as nextval() and now(), are evaluated once for each of the two"
                                + " statements and differ, and COPY passes the rule by.",
                new Remedy.Advice(
                        "Write a trigger that does it row by row, and drop the rule in the same transaction: "
                                + Sql.format("drop rule %I on %I", rule.name(), name) + ".",
                        "If it only keeps people from writing, revoke the privilege: then they are told."));
    }
}
