// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.partitions;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Session;
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
import dev.tickbird.model.schema.Partition;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.tables.TableTree;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A partition that `detach … concurrently` has left half detached: queries of the whole no longer see its rows.
public record UnfinishedDetach() implements Rule {

    private static final Pattern DETACHING = Pattern.compile(
            "\\bdetach\\s+partition\\b.*\\b(concurrently|finalize)\\b", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Partition.class, Session.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return isBeingDetached(snapshot)
                ? Stream.empty()
                : snapshot.all(Partition.class).stream()
                        .filter(Partition::detachPending)
                        .flatMap(partition -> finding(partition, snapshot).stream());
    }

    /// Whoever detaches concurrently holds no lock that tells it while waiting for others, but says what it does.
    private static boolean isBeingDetached(Snapshot snapshot) {
        return snapshot.all(Session.class).stream()
                .filter(session -> "active".equals(session.state()))
                .anyMatch(session -> session.query() != null
                        && DETACHING.matcher(session.query()).find());
    }

    private Optional<Finding> finding(Partition partition, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        return relations
                .table(partition.relation())
                .flatMap(table -> relations
                        .table(partition.parent())
                        .map(parent ->
                                finding(table, parent, TableTree.of(snapshot).rows(table))));
    }

    private Finding finding(Table table, Table parent, long rows) {
        QualifiedName name = table.qualifiedName();
        return finding(
                Severity.WARNING,
                Subject.table(name),
                "partition \"" + name + "\" is only half detached",
                "Detaching it concurrently from " + parent.qualifiedName() + " was interrupted. It holds about "
                        + Words.count(rows, "row") + ".",
                Evidence.of("rows", rows).and("parent", parent.qualifiedName().toString()),
                "Queries of " + parent.qualifiedName() + " leave its rows out, inserts of such rows fail, and no other"
                        + " partition can be detached concurrently.",
                new Remedy.Statement(
                        List.of(Step.inTransaction(Sql.format(
                                "alter table %I detach partition %I finalize", parent.qualifiedName(), name))),
                        List.of(),
                        Impact.locking(parent.qualifiedName(), LockMode.SHARE_UPDATE_EXCLUSIVE)
                                .andLocking(name, LockMode.ACCESS_EXCLUSIVE),
                        null));
    }
}
