// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.partitions;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.indexes.FreeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// An index of a partition that is no part of one of the whole, and how other partitions get one like it.
final class OwnIndex {

    /// Names in quotes may hold anything.
    private static final Pattern BEFORE_METHOD =
            Pattern.compile("^CREATE (UNIQUE )?INDEX NAME ON (ONLY )?NAME\\.NAME USING "
                    .replace("NAME", "(\"([^\"]|\"\")*\"|[^\"\\s.]+)"));

    private OwnIndex() {}

    /// What it is, whatever its name and its table.
    static String shape(Index index) {
        String unique = index.unique() ? "unique " : "";
        return unique + BEFORE_METHOD.matcher(index.definition()).replaceFirst("");
    }

    /// Whether another one does what it does: the same, or one that begins with its columns.
    static boolean serves(Index index, Index other) {
        boolean begins = index.columns().size() >= other.columns().size()
                && index.columns().subList(0, other.columns().size()).equals(other.columns());
        return index.valid()
                && (shape(index).equals(shape(other))
                        || begins
                                && !other.columns().contains("")
                                && !other.unique()
                                && index.method().equals(other.method())
                                && !index.isPartial());
    }

    static Remedy on(List<Table> lacking, Index like, Table table, Snapshot snapshot) {
        String whole = "To have it on each new partition, make it on the whole as well: "
                + Sql.format(
                        "create %sindex on only %I using %s",
                        like.unique() ? "unique " : "",
                        table.qualifiedName(),
                        BEFORE_METHOD.matcher(like.definition()).replaceFirst(""))
                + ", then attach that of each partition: alter index … attach partition ….";
        if (like.constraint() != null) {
            return new Remedy.Advice(
                    "Give the partitions that lack it a constraint like " + like.constraint()
                            + ", after you have made sure that no rows break it.",
                    whole);
        }
        FreeNames names = new FreeNames(snapshot);
        List<Step> steps = new ArrayList<>();
        List<Step> rollback = new ArrayList<>();
        Impact impact = Impact.NONE;
        for (Table partition : lacking) {
            QualifiedName name = names.index(partition, like.columns());
            steps.add(Step.alone(Sql.format(
                    "create %sindex concurrently %I on %I using %s",
                    like.unique() ? "unique " : "",
                    name.name(),
                    partition.qualifiedName(),
                    BEFORE_METHOD.matcher(like.definition()).replaceFirst(""))));
            rollback.add(Step.alone(Sql.format("drop index concurrently %I", name)));
            impact = impact.andLocking(partition.qualifiedName(), LockMode.SHARE_UPDATE_EXCLUSIVE);
        }
        return new Remedy.Statement(steps, rollback, impact, null);
    }
}
