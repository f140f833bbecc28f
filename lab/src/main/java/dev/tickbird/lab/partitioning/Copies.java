// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.partitioning;

import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Constraint;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Definitions of a table, as they are of the same table divided, or of one of its partitions.
final class Copies {

    private static final int NO_PAGES = -1; // what `analyze` writes of a partitioned table

    private Copies() {}

    /// What is not known (-1) stays so; where there is something, there is a page at least.
    static long times(long number, double share) {
        return number <= 0 ? number : share <= 0 ? 0 : Math.max(1, Math.round(number * share));
    }

    /// A B-tree has a page that is no part of it, and a root over its leaves once there are two.
    static long times(Index index, long pages, double share) {
        if (!index.method().equals("btree") || pages <= 1 || share <= 0) {
            return times(pages, share);
        }
        long leaves = Math.max(1, Math.round((pages - 1) * share));
        return leaves == 1 ? 2 : leaves + 2;
    }

    static Table divided(Table table) {
        return new Table(
                table.oid(),
                table.schema(),
                table.name(),
                Table.Kind.PARTITIONED,
                Table.Persistence.PERMANENT,
                table.owner(),
                null,
                false,
                table.rowSecurity(),
                table.forcedRowSecurity(),
                table.replicaIdentity(),
                table.rows(),
                NO_PAGES,
                0,
                null,
                null,
                null,
                null,
                table.tablespace(),
                List.of(),
                List.of(),
                table.lastColumn(),
                table.ofType(),
                table.readable(),
                null);
    }

    static Table partition(Table table, long oid, String name, long toast, double share) {
        return new Table(
                oid,
                table.schema(),
                name,
                Table.Kind.ORDINARY,
                table.persistence(),
                table.owner(),
                table.oid(),
                true,
                false,
                false,
                table.replicaIdentity(),
                times(table.rows(), share),
                times(table.pages(), share),
                times(table.allVisiblePages(), share),
                table.frozenAge(),
                table.multixactAge(),
                toast == 0 ? null : (Long) toast,
                table.accessMethod(),
                table.tablespace(),
                table.options(),
                table.toastOptions(),
                table.lastColumn(),
                null,
                table.readable(),
                null);
    }

    /// An identity is the parent's.
    static Column column(Column column, Member member) {
        return new Column(
                member.oid(),
                column.number(),
                column.name(),
                column.type(),
                column.baseType(),
                column.typeOid(),
                column.typeModifier(),
                column.notNull(),
                column.hasDefault(),
                "",
                column.generated(),
                column.collation(),
                column.storage(),
                column.compression(),
                column.statisticsTarget(),
                column.options(),
                column.foreignOptions(),
                false);
    }

    /// @param following the constraint of the parent that it follows; null if there is none
    static Constraint constraint(
            Constraint constraint,
            long oid,
            String name,
            Member member,
            @Nullable Long index,
            @Nullable Long following) {
        boolean inherited = following != null || index == null;
        return new Constraint(
                oid,
                name,
                member.oid(),
                constraint.kind(),
                constraint.columns(),
                index,
                following,
                constraint.deferrable(),
                constraint.initiallyDeferred(),
                constraint.validated(),
                constraint.enforced(),
                constraint.inheritable(),
                inherited,
                !inherited,
                constraint.withoutOverlaps(),
                constraint.definition());
    }

    /// The index of the divided table, which has no file.
    static Index divided(Index index, String definition) {
        PartitionedIndexes.Twig itself = new PartitionedIndexes.Twig(index.oid(), index.name(), null);
        return index(index, itself, index.relation(), 0, definition);
    }

    static Index index(Index index, PartitionedIndexes.Twig twig, Member member, String definition) {
        return index(index, twig, member.oid(), member.part().share(), definition);
    }

    private static Index index(
            Index index, PartitionedIndexes.Twig twig, long relation, double share, String definition) {
        boolean partitioned = relation == index.relation();
        return new Index(
                twig.oid(),
                index.schema(),
                twig.name(),
                relation,
                twig.parent(),
                index.method(),
                index.columns(),
                index.included(),
                index.operatorClasses(),
                index.collations(),
                index.descending(),
                index.nullsFirst(),
                index.expressions(),
                index.predicate(),
                index.unique(),
                index.nullsNotDistinct(),
                index.primary(),
                index.exclusion(),
                index.immediate(),
                index.constraint() == null ? null : twig.name(),
                !partitioned && index.clustered(),
                index.valid(),
                index.ready(),
                index.live(),
                index.replicaIdentity(),
                partitioned,
                times(index.rows(), share),
                times(index, index.pages(), share),
                index.tablespace(),
                index.options(),
                definition);
    }
}
