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
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.tables.Comments;
import dev.tickbird.rules.tables.TableTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A foreign key that another one repeats: each write is checked twice.
public record DuplicateForeignKey() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, ForeignKey.class).also(Comment.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        return snapshot.all(Table.class).stream().flatMap(table -> {
            List<ForeignKey> keys = relations.of(table, ForeignKey.class).stream()
                    .filter(key -> key.parent() == null && key.enforced())
                    .sorted(Comparator.comparing((ForeignKey key) -> !key.validated())
                            .thenComparingLong(ForeignKey::oid))
                    .toList();
            return keys.stream()
                    .filter(key -> !key.equals(first(key, keys)))
                    .map(key -> finding(table, key, first(key, keys), snapshot));
        });
    }

    /// The oldest that is validated, or the oldest, is kept.
    private static ForeignKey first(ForeignKey key, List<ForeignKey> keys) {
        return keys.stream()
                .filter(it -> it.referenced() == key.referenced() && pairs(it).equals(pairs(key)))
                .findFirst()
                .orElse(key);
    }

    /// The order of the columns does not matter.
    private static Set<String> pairs(ForeignKey key) {
        Set<String> pairs = new TreeSet<>();
        for (int i = 0; i < key.columns().size(); i++) {
            pairs.add(Identifier.quoted(key.columns().get(i)) + " = "
                    + Identifier.quoted(key.referencedColumns().get(i)));
        }
        return pairs;
    }

    private Finding finding(Table table, ForeignKey key, ForeignKey kept, Snapshot snapshot) {
        QualifiedName name = table.qualifiedName();
        String referenced = Relations.of(snapshot)
                .table(key.referenced())
                .map(it -> it.qualifiedName().toString())
                .orElse("another table");
        boolean same = sameBehaviour(key, kept);
        long rows = TableTree.of(snapshot).rows(table);
        return finding(
                same ? Severity.ADVICE : Severity.WARNING,
                Subject.table(name).at('.' + Identifier.quoted(key.name())),
                "foreign key \"" + key.name() + "\" of table \"" + name + "\" repeats foreign key \"" + kept.name()
                        + "\"",
                "Both say that ("
                        + key.columns().stream().map(Identifier::quoted).collect(Collectors.joining(", "))
                        + ") references " + referenced
                        + (same ? "." : ", but differ: " + key.definition() + ", and " + kept.definition() + ".")
                        + " " + name + " holds about " + Words.count(rows, "row") + ".",
                Evidence.of("rows", rows).and("other", kept.name()).and("same", same),
                "Each insert, update and delete on either side is checked twice."
                        + (same
                                ? ""
                                : " What a delete does is said twice, and differently: the order of their names decides."),
                same ? dropped(table, key, snapshot) : chosen(table, key, kept));
    }

    private static boolean sameBehaviour(ForeignKey key, ForeignKey other) {
        return key.onDelete().equals(other.onDelete())
                && key.onUpdate().equals(other.onUpdate())
                && key.match().equals(other.match())
                && behind(key).equals(behind(other));
    }

    /// What is deferred, and which columns a delete sets.
    private static String behind(ForeignKey key) {
        String definition = key.definition();
        int references = definition.lastIndexOf(')');
        return definition.substring(references + 1).replace(" NOT VALID", "");
    }

    private static Remedy dropped(Table table, ForeignKey key, Snapshot snapshot) {
        QualifiedName name = table.qualifiedName();
        TableTree tree = TableTree.of(snapshot);
        Relations relations = Relations.of(snapshot);
        if (table.kind() == Table.Kind.PARTITIONED
                || relations
                        .table(key.referenced())
                        .filter(it -> it.kind() == Table.Kind.ORDINARY)
                        .isEmpty()) {
            return new Remedy.Advice("Drop it, which locks both tables with their partitions for a moment: "
                    + Sql.format("alter table %I drop constraint %I", name, key.name()) + ".");
        }
        List<Step> rollback = new ArrayList<>();
        rollback.add(Step.inTransaction(
                Sql.format("alter table %I add constraint %I %s", name, key.name(), key.definition())));
        rollback.addAll(Comments.of(snapshot).onConstraint(key.oid(), key.name(), name));
        return new Remedy.Statement(
                List.of(Step.inTransaction(Sql.format("alter table %I drop constraint %I", name, key.name()))),
                rollback,
                tree.locking(table, LockMode.ACCESS_EXCLUSIVE, false)
                        .andLocking(
                                relations.table(key.referenced()).orElseThrow().qualifiedName(),
                                LockMode.ACCESS_EXCLUSIVE),
                null);
    }

    private static Remedy chosen(Table table, ForeignKey key, ForeignKey kept) {
        return new Remedy.Advice("Decide what a delete is to do, and drop the other: "
                + Sql.format("alter table %I drop constraint %I", table.qualifiedName(), key.name()) + ", or "
                + Sql.format("alter table %I drop constraint %I", table.qualifiedName(), kept.name()) + ".");
    }
}
