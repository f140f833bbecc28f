// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.columns;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.ColumnDependant;
import dev.tickbird.model.schema.Constraint;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.PartitionedTable;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.stream.Stream;

/// Columns of type `money`: what a stored number means depends on a setting of whoever reads it.
public record MoneyColumn() implements Rule {

    private static final long MONEY = 790; // the OID that PostgreSQL gives the type for good

    @Override
    public Needs needs() {
        return Needs.facts(
                Table.class,
                Column.class,
                ColumnDependant.class,
                Constraint.class,
                ForeignKey.class,
                Index.class,
                PartitionedTable.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return TypedColumns.of(snapshot, column -> column.typeOid() == MONEY).map(typed -> finding(typed, snapshot));
    }

    private Finding finding(TypedColumns typed, Snapshot snapshot) {
        Table table = typed.table();
        return finding(
                Severity.ADVICE,
                Subject.table(table.qualifiedName()),
                "table \"" + table.qualifiedName() + "\" has "
                        + Words.count(typed.columns().size(), "column") + " of type money",
                typed.names() + " " + typed.verb("stores", "store") + " whole numbers of the smallest coin, but not of"
                        + " which currency.",
                Evidence.of("columns", typed.columns().size()).and("names", typed.names()),
                "Under another lc_monetary the same value is read with another sign and another number of decimals; a restore"
                        + " there changes all amounts. Fractions of the coin are rounded off.",
                ChangedType.to("numeric", typed, snapshot));
    }
}
