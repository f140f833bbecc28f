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
import dev.tickbird.model.schema.Comment;
import dev.tickbird.model.schema.Firing;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.Trigger;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.tables.Comments;
import dev.tickbird.rules.tables.TableTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Two triggers of a table that do the same at the same event: the work is done twice, and what counts counts twice.
public record DuplicateTrigger() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Trigger.class).also(Comment.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        return snapshot.all(Table.class).stream().flatMap(table -> {
            List<Trigger> triggers = relations.of(table, Trigger.class).stream()
                    .filter(it -> !it.internal() && it.parent() == null && it.firing() != Firing.DISABLED)
                    .filter(it -> it.definition() != null)
                    .toList();
            return triggers.size() < 2 ? Stream.empty() : examine(table, triggers, snapshot);
        });
    }

    /// Each that repeats an earlier one; they fire in the order of their names, in which they are listed.
    private Stream<Finding> examine(Table table, List<Trigger> triggers, Snapshot snapshot) {
        return triggers.stream().flatMap(trigger -> {
            Optional<Trigger> earlier = triggers.subList(0, triggers.indexOf(trigger)).stream()
                    .filter(it -> repeats(trigger, it))
                    .findFirst();
            return earlier.map(it -> finding(table, trigger, it, snapshot)).stream();
        });
    }

    private static boolean repeats(Trigger trigger, Trigger earlier) {
        return trigger.function() == earlier.function()
                && trigger.timing() == earlier.timing()
                && trigger.forEachRow() == earlier.forEachRow()
                && trigger.firing() == earlier.firing()
                && TriggerWork.of(trigger).equals(TriggerWork.of(earlier))
                && (isSame(trigger, earlier)
                        || trigger.columns().isEmpty()
                                && earlier.columns().isEmpty()
                                && !Collections.disjoint(trigger.events(), earlier.events()));
    }

    private static boolean isSame(Trigger trigger, Trigger other) {
        return trigger.events().equals(other.events()) && trigger.columns().equals(other.columns());
    }

    private Finding finding(Table table, Trigger trigger, Trigger earlier, Snapshot snapshot) {
        QualifiedName name = table.qualifiedName();
        List<String> common =
                trigger.events().stream().filter(earlier.events()::contains).toList();
        String events = String.join(" and ", common);
        return finding(
                Severity.WARNING,
                Subject.table(name).at('.' + Identifier.quoted(trigger.name())),
                "trigger \"" + trigger.name() + "\" of table \"" + name + "\" repeats another",
                "At " + events + " it calls " + trigger.functionName() + ", and so does "
                        + Identifier.quoted(earlier.name()) + ", in the same way.",
                Evidence.of("other", earlier.name())
                        .and("function", trigger.functionName())
                        .and("events", events),
                "Each such " + (trigger.forEachRow() ? "row" : "statement")
                        + " does the work twice; what the function counts or records is there twice.",
                isSame(trigger, earlier) ? dropped(table, trigger, snapshot) : narrowed(trigger, earlier, events));
    }

    private static Remedy dropped(Table table, Trigger trigger, Snapshot snapshot) {
        QualifiedName name = table.qualifiedName();
        List<Step> rollback = new ArrayList<>();
        rollback.add(Step.inTransaction(Sql.format("%s", String.valueOf(trigger.definition()))));
        rollback.addAll(firing(trigger, name));
        rollback.addAll(Comments.of(snapshot).onTrigger(trigger.oid(), trigger.name(), name));
        return new Remedy.Statement(
                List.of(Step.inTransaction(Sql.format("drop trigger %I on %I", trigger.name(), name))),
                rollback,
                TableTree.of(snapshot).locking(table, LockMode.ACCESS_EXCLUSIVE, false),
                null);
    }

    private static List<Step> firing(Trigger trigger, QualifiedName table) {
        return switch (trigger.firing()) {
            case ORIGIN, DISABLED -> List.of(); // a disabled one is not told
            case ALWAYS ->
                List.of(Step.inTransaction(
                        Sql.format("alter table %I enable always trigger %I", table, trigger.name())));
            case REPLICA ->
                List.of(Step.inTransaction(
                        Sql.format("alter table %I enable replica trigger %I", table, trigger.name())));
        };
    }

    private static Remedy narrowed(Trigger trigger, Trigger earlier, String events) {
        return new Remedy.Advice("Leave " + events + " to one of them: in one transaction, drop "
                + Identifier.quoted(trigger.name()) + " or " + Identifier.quoted(earlier.name())
                + " and create it again for its other events only.");
    }
}
