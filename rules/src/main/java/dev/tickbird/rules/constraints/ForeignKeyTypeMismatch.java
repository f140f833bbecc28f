// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.constraints;

import dev.tickbird.model.Bytes;
import dev.tickbird.model.Identifier;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.ColumnDependant;
import dev.tickbird.model.schema.Domain;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.PartitionedTable;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.tables.TableTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A foreign key whose columns have another type than those they reference: too narrow for every key, or compared only
/// after conversion.
///
/// @param manyRows from this many rows on conversions cost today
/// @param largeTable a table of this size is not rewritten at one go
public record ForeignKeyTypeMismatch(long manyRows, Bytes largeTable) implements Rule {

    public ForeignKeyTypeMismatch() {
        this(100_000, Bytes.parse("100 MB"));
    }

    @Override
    public Needs needs() {
        return Needs.facts(
                Table.class,
                Column.class,
                Domain.class,
                ForeignKey.class,
                PartitionedTable.class,
                ColumnDependant.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        return snapshot.all(ForeignKey.class).stream()
                .filter(key -> key.parent() == null) // a partition's copy is cured with its parent
                .flatMap(key -> relations.table(key.referenced()).stream()
                        .flatMap(referenced -> finding(key, referenced, snapshot).stream()));
    }

    private Optional<Finding> finding(ForeignKey key, Table referenced, Snapshot snapshot) {
        Table table = Relations.of(snapshot).tableOf(key);
        List<KeyColumns> unfit = unfit(key, referenced, snapshot);
        return unfit.stream()
                .map(KeyColumns::harm)
                .min(Comparator.naturalOrder())
                .map(worst -> finding(key, table, referenced, unfit, worst, snapshot));
    }

    private record Domains(Map<Long, Domain> byOid) {

        static Domains in(Snapshot snapshot) {
            return new Domains(snapshot.all(Domain.class).stream()
                    .collect(Collectors.toUnmodifiableMap(Domain::oid, Function.identity())));
        }
    }

    private static List<KeyColumns> unfit(ForeignKey key, Table referenced, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        Map<Long, Domain> domains = snapshot.view(Domains.class, Domains::in).byOid();
        Map<String, Column> own = byName(relations.of(relations.tableOf(key), Column.class));
        Map<String, Column> others = byName(relations.of(referenced, Column.class));
        List<KeyColumns> unfit = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            Column column = own.get(key.columns().get(i));
            Column other = others.get(key.referencedColumns().get(i));
            if (column != null && other != null) {
                KeyColumns.of(column, other, domains).ifPresent(unfit::add);
            }
        }
        return unfit;
    }

    private static Map<String, Column> byName(List<Column> columns) {
        return columns.stream().collect(Collectors.toMap(Column::name, Function.identity()));
    }

    private Finding finding(
            ForeignKey key,
            Table table,
            Table referenced,
            List<KeyColumns> unfit,
            KeyColumns.Harm worst,
            Snapshot snapshot) {
        QualifiedName name = table.qualifiedName();
        long rows = TableTree.of(snapshot).rows(table);
        String written = unfit.stream().map(KeyColumns::written).collect(Collectors.joining("; "));
        return finding(
                switch (worst) {
                    case CONVERTED -> rows >= manyRows ? Severity.WARNING : Severity.ADVICE;
                    case SHIFTED -> Severity.WARNING;
                    case NARROWER -> Severity.ADVICE;
                },
                Subject.table(name).at('.' + Identifier.quoted(key.name())),
                "foreign key \"" + key.name() + "\" of table \"" + name + "\" has another type than what it references",
                "It references " + referenced.qualifiedName() + ": " + written + ". " + name + " holds about "
                        + Words.count(rows, "row") + ".",
                Evidence.of("rows", rows).and("columns", written),
                worst.cost(referenced.qualifiedName()),
                KeyType.fitting(key, table, referenced, unfit, largeTable, snapshot));
    }
}
