// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.partitions;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.schema.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A new partition that is made beside its table and attached, which stops nobody.
///
/// @param bound `for values …`
record AttachedPartition(Table table, QualifiedName name, Sql bound) {

    private static final int LONGEST_NAME = 63; // bytes, as PostgreSQL cuts them

    /// A name that is not taken yet, nor too long.
    static QualifiedName free(QualifiedName wanted, Snapshot snapshot) {
        boolean taken = snapshot.all(Table.class).stream()
                .anyMatch(it -> it.qualifiedName().equals(wanted));
        return taken ? new QualifiedName(wanted.schema(), wanted.name() + "_next") : wanted;
    }

    static Remedy all(List<AttachedPartition> partitions) {
        List<Step> steps = new ArrayList<>();
        List<Step> rollback = new ArrayList<>();
        Impact impact = Impact.NONE;
        for (AttachedPartition each : partitions) {
            QualifiedName table = each.table.qualifiedName();
            QualifiedName name = each.fitting();
            steps.add(Step.inTransaction(
                    Sql.format("create table %I (like %I including all excluding identity)", name, table)));
            steps.add(Step.inTransaction(Sql.format("alter table %I attach partition %I %s", table, name, each.bound)));
            rollback.add(Step.inTransaction(Sql.format("drop table %I", name)));
            impact = impact.andLocking(table, LockMode.SHARE_UPDATE_EXCLUSIVE);
        }
        return new Remedy.Statement(steps, rollback, impact, null);
    }

    private QualifiedName fitting() {
        String cut = name.name();
        while (cut.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            cut = cut.substring(cut.offsetByCodePoints(0, 1)); // what tells it apart stands at the end
        }
        return new QualifiedName(name.schema(), cut);
    }

    static Remedy byHand(Ranges ranges, Ranges.Part last) {
        QualifiedName name = ranges.table().qualifiedName();
        return new Remedy.Advice(
                "Make the next partition beside the table and attach it, which takes a weaker lock on the table than to make"
                        + " it in place: "
                        + Sql.format(
                                "create table … (like %I including all excluding identity); alter table %I attach"
                                        + " partition … for values from (%L) to (…)",
                                name, name, last.bound().highest())
                        + "."
                        + ranges.other()
                                .map(it -> " All of " + it.qualifiedName() + " is read meanwhile, under a lock that"
                                        + " nobody gets past.")
                                .orElse(""),
                "Have a job make partitions ahead of time, several at once, and watch that it runs.");
    }
}
