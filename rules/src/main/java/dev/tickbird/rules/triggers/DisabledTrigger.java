// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.triggers;

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
import dev.tickbird.model.schema.Firing;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.Trigger;
import dev.tickbird.model.statistics.TableStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.tables.TableTree;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A trigger that is disabled: somebody switched it off for a load, and did not switch it on again.
public record DisabledTrigger() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Trigger.class, TableStatistics.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        List<Trigger> disabled = snapshot.all(Trigger.class).stream()
                .filter(trigger -> trigger.firing() == Firing.DISABLED && !trigger.internal())
                .toList();
        Set<Long> known = disabled.stream().map(Trigger::oid).collect(Collectors.toSet());
        return disabled.stream()
                .filter(trigger -> trigger.parent() == null || !known.contains(trigger.parent()))
                .flatMap(trigger ->
                        relations.table(trigger.relation()).stream().map(table -> finding(trigger, table, snapshot)));
    }

    private Finding finding(Trigger trigger, Table table, Snapshot snapshot) {
        QualifiedName name = table.qualifiedName();
        long writes = Relations.of(snapshot).of(table, TableStatistics.class).stream()
                .mapToLong(it -> it.inserted() + it.updated() + it.deleted())
                .sum();
        String when = trigger.timing().toString().toLowerCase(Locale.ROOT).replace('_', ' ') + " "
                + String.join(" or ", trigger.events());
        return finding(
                Severity.WARNING,
                Subject.table(name).at('.' + Identifier.quoted(trigger.name())),
                "trigger \"" + trigger.name() + "\" of table \"" + name + "\" is disabled",
                "It would call " + trigger.functionName() + " " + when + ". Since the statistics began, "
                        + Words.count(writes, "row") + " of " + name + " have been inserted, updated or deleted.",
                Evidence.of("writes", writes)
                        .and("function", trigger.functionName())
                        .and("events", when),
                "What it keeps, such as a history, a sum or a check, is not kept, and nobody is told.",
                new Remedy.Statement(
                        List.of(Step.inTransaction(
                                Sql.format("alter table %I enable trigger %I", name, trigger.name()))),
                        List.of(Step.inTransaction(
                                Sql.format("alter table %I disable trigger %I", name, trigger.name()))),
                        TableTree.of(snapshot).locking(table, LockMode.SHARE_ROW_EXCLUSIVE, false),
                        null));
    }
}
