// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.constraints;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Comment;
import dev.tickbird.model.schema.Firing;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.Trigger;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.tables.Comments;
import dev.tickbird.rules.tables.TableTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A foreign key whose triggers are disabled, as `disable trigger all` leaves them: it is there and checks nothing.
public record DisabledForeignKey() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, ForeignKey.class, Trigger.class).also(Comment.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Map<Long, List<Trigger>> disabled = snapshot.all(Trigger.class).stream()
                .filter(trigger -> trigger.internal() && trigger.constraint() != null)
                .filter(trigger -> trigger.firing() == Firing.DISABLED || trigger.firing() == Firing.REPLICA)
                .collect(Collectors.groupingBy(trigger -> trigger.constraint()));
        return snapshot.all(ForeignKey.class).stream()
                .filter(key -> disabled.containsKey(key.oid()))
                .filter(key -> key.parent() == null || !disabled.containsKey(key.parent()))
                .map(key -> finding(key, disabled.getOrDefault(key.oid(), List.of()), snapshot));
    }

    private Finding finding(ForeignKey key, List<Trigger> disabled, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        Table table = relations.tableOf(key);
        Optional<Table> referenced = relations.table(key.referenced());
        QualifiedName name = table.qualifiedName();
        String other = referenced.map(it -> it.qualifiedName().toString()).orElse("the table it references");
        boolean here = disabled.stream().anyMatch(it -> it.relation() == key.relation());
        boolean there = disabled.stream().anyMatch(it -> it.relation() == key.referenced());
        long rows = TableTree.of(snapshot).rows(table);
        String off = here && there ? "both tables" : here ? name.toString() : other;
        return finding(
                Severity.WARNING,
                Subject.table(name).at('.' + Identifier.quoted(key.name())),
                "foreign key \"" + key.name() + "\" of table \"" + name + "\" is switched off",
                Words.count(disabled.size(), "trigger") + " by which it is checked "
                        + (disabled.size() == 1 ? "is" : "are") + " disabled on " + off + ". " + name + " holds about "
                        + Words.count(rows, "row") + ".",
                Evidence.of("rows", rows).and("triggers", disabled.size()).and("on", off),
                (here ? "New rows of " + name + " may reference what does not exist. " : "")
                        + (there
                                ? "What is deleted from " + other + " is still referenced, and nothing cascades. "
                                : "")
                        + "The constraint is shown as valid all the same, and the planner relies on it.",
                madeAnew(key, table, referenced, snapshot));
    }

    /// To enable triggers of the server's own takes a superuser and checks no row; to make the constraint anew does.
    private static Remedy madeAnew(ForeignKey key, Table table, Optional<Table> referenced, Snapshot snapshot) {
        QualifiedName name = table.qualifiedName();
        boolean ordinary = table.kind() == Table.Kind.ORDINARY
                && key.parent() == null
                && referenced.filter(it -> it.kind() == Table.Kind.ORDINARY).isPresent();
        if (!ordinary) {
            return new Remedy.Advice(
                    "Make the constraint of the whole anew, which checks every row while nobody can write either table.",
                    "As a superuser, on each of the tables and partitions: alter table … enable trigger all. This checks no row"
                            + " that is there already, so look for rows that reference nothing.");
        }
        String definition = key.definition().replaceFirst(" NOT VALID$", "");
        List<Step> steps = new ArrayList<>();
        steps.add(Step.alone(Sql.format(
                "alter table %I drop constraint %I, add constraint %I %s not valid",
                name, key.name(), key.name(), definition)));
        steps.addAll(Comments.of(snapshot).onConstraint(key.oid(), key.name(), name));
        steps.add(Step.inTransaction(Sql.format("alter table %I validate constraint %I", name, key.name())));
        return new Remedy.Statement(
                steps,
                List.of(),
                TableTree.of(snapshot)
                        .locking(table, LockMode.ACCESS_EXCLUSIVE, false)
                        .andLocking(referenced.orElseThrow().qualifiedName(), LockMode.ACCESS_EXCLUSIVE),
                null);
    }
}
