// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.tables;

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
import dev.tickbird.model.replication.Replica;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Sequence;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/// An unlogged table with rows: after a crash it is empty, and no standby and no backup of files has it.
///
/// @param fewRows an unlogged table with fewer rows is not worth a word
public record UnloggedTable(long fewRows) implements Rule {

    public UnloggedTable() {
        this(1_000);
    }

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, ForeignKey.class, Index.class, Sequence.class)
                .also(Replica.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return snapshot.all(Table.class).stream()
                .filter(table -> table.kind() == Table.Kind.ORDINARY
                        && table.persistence() == Table.Persistence.UNLOGGED
                        && table.rows() >= fewRows)
                .map(table -> finding(table, snapshot));
    }

    private Finding finding(Table table, Snapshot snapshot) {
        QualifiedName name = table.qualifiedName();
        Relations relations = Relations.of(snapshot);
        boolean keyed = relations.of(table, Index.class).stream().anyMatch(Index::primary);
        boolean tied = !relations.of(table, ForeignKey.class).isEmpty()
                || !relations.referencing(table).isEmpty();
        boolean replicated = snapshot.observed().contains(Replica.class)
                && !snapshot.all(Replica.class).isEmpty();
        return finding(
                tied ? Severity.ADVICE : Severity.NOTE,
                Subject.table(name),
                "table \"" + name + "\" is unlogged",
                "It holds about " + Words.count(table.rows(), "row")
                        + (tied
                                ? ", and foreign keys tie it to others, as if it were to stay."
                                : keyed ? ", and has a primary key." : "."),
                Evidence.of("rows", table.rows()).and("tied", tied),
                "After a crash of the server it is empty. "
                        + (replicated ? "The standbys do not" : "A standby does not")
                        + " have its rows, so that a failover empties it, too, and neither does a backup of the data directory.",
                logged(table, tied, snapshot));
    }

    private static Remedy logged(Table table, boolean tied, Snapshot snapshot) {
        QualifiedName name = table.qualifiedName();
        Relations relations = Relations.of(snapshot);
        boolean sequences = snapshot.all(Sequence.class).stream()
                .anyMatch(it -> Long.valueOf(table.oid()).equals(it.relation()));
        if (tied || sequences || table.partition() || !relations.children(table).isEmpty()) {
            return new Remedy.Advice(
                    "If its rows must survive, make it logged, those first that it references; this writes it anew, and to the log,"
                            + " while nobody can read or write it: " + Sql.format("alter table %I set logged", name)
                            + ".",
                    "If they need not, leave it.");
        }
        Step analyze = Step.alone(Sql.format("analyze %I", name)); // the number of rows goes with the old files
        return new Remedy.Statement(
                List.of(Step.inTransaction(Sql.format("alter table %I set logged", name)), analyze),
                List.of(Step.inTransaction(Sql.format("alter table %I set unlogged", name)), analyze),
                Impact.locking(name, LockMode.ACCESS_EXCLUSIVE).andRewriting(name),
                null);
    }
}
