// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Constraint;
import dev.tickbird.model.schema.ForeignTable;
import dev.tickbird.model.schema.Inheritance;
import dev.tickbird.model.schema.Partition;
import dev.tickbird.model.schema.PartitionedTable;
import dev.tickbird.model.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Tables of all kinds but materialized views, each at first for itself, so that its columns have their order; then
/// partitions are attached and heirs are made to inherit.
final class TablePieces {

    private final Source source;
    private final ColumnClauses columns;

    TablePieces(Source source) {
        this.source = source;
        this.columns = new ColumnClauses(source);
    }

    /// In the order of their OIDs: the planner takes heirs in that order.
    List<Piece> tables() {
        return source.all(Table.class).stream()
                .filter(table -> table.kind() != Table.Kind.MATERIALIZED_VIEW)
                .sorted(Comparator.comparingLong(Table::oid))
                .flatMap(table -> piece(table).stream())
                .toList();
    }

    private Optional<Piece> piece(Table table) {
        Optional<PartitionedTable> division = source.the(table.oid(), PartitionedTable.class);
        if (table.kind() == Table.Kind.PARTITIONED
                && division.map(PartitionedTable::key).isEmpty()) {
            source.untold(subject(table));
            return Optional.empty();
        }
        List<Piece> parts = new ArrayList<>();
        parts.add(made(table, statements(table, false)));
        for (Column column : source.of(table.oid(), Column.class)) {
            columns.filling(column)
                    .filter(_ -> column.generated().isEmpty())
                    .ifPresent(expression -> parts.add(made(
                            table,
                            List.of(Sql.format(
                                    "alter table only %I alter column %I set default %s",
                                    table.qualifiedName(), column.name(), expression)))));
        }
        checks(table)
                .forEach(check -> parts.add(made(
                        table,
                        List.of(Sql.format(
                                "alter table only %I add constraint %I %s",
                                table.qualifiedName(), check.name(), told(check))))));
        Piece whole = made(table, statements(table, true));
        return Optional.of(parts.size() == 1 ? whole : whole.orInParts(parts));
    }

    private Piece made(Table table, List<Sql> statements) {
        boolean heritage = !source.of(table.oid(), Inheritance.class).isEmpty();
        return Piece.of(subject(table), statements)
                .ownedBy(source.creator(table.owner()))
                .lyingIn(table.tablespace())
                .inGroup(heritage || table.parent() != null && !table.partition() ? 0 : table.oid());
    }

    /// Columns that were dropped are dropped here, too: they keep their numbers, and whoever inserts a row fills them.
    private List<Sql> statements(Table table, boolean full) {
        List<String> dropped = dropped(table);
        List<Sql> statements = new ArrayList<>();
        statements.add(create(table, dropped, full));
        if (!dropped.isEmpty()) {
            String actions = dropped.stream()
                    .map(name -> Sql.format("drop column %I", name).text())
                    .collect(Collectors.joining(", "));
            statements.add(Sql.format("alter table only %I %s", table.qualifiedName(), actions));
        }
        if (table.ofType() != null) {
            statements.add(Sql.format("alter table only %I of %s", table.qualifiedName(), table.ofType()));
        }
        return statements;
    }

    /// PostgreSQL gives those that it drops the same names, by their numbers.
    private List<String> dropped(Table table) {
        List<Column> columns = source.of(table.oid(), Column.class);
        Set<Integer> numbers = columns.stream().map(Column::number).collect(Collectors.toSet());
        int last = table.lastColumn() != null
                ? table.lastColumn()
                : numbers.stream().max(Integer::compare).orElse(0);
        return IntStream.rangeClosed(1, last)
                .filter(number -> !numbers.contains(number))
                .mapToObj(number -> "........pg.dropped." + number + "........")
                .toList();
    }

    /// @param dropped what stands where columns are missing, and is dropped again
    /// @param full with defaults and checks, which may call functions that are not there yet
    private Sql create(Table table, List<String> dropped, boolean full) {
        List<String> parts = new ArrayList<>();
        Iterator<String> missing = dropped.iterator();
        for (Column column : source.of(table.oid(), Column.class)) {
            while (parts.size() + 1 < column.number()) {
                parts.add(Sql.format("%I integer", missing.next()).text());
            }
            parts.add(columns.of(column, full));
        }
        missing.forEachRemaining(
                name -> parts.add(Sql.format("%I integer", name).text()));
        if (full) {
            checks(table)
                    .forEach(check -> parts.add(Sql.format("constraint %I %s", check.name(), told(check))
                            .text()));
        }
        String kind = switch (table.persistence()) {
            case UNLOGGED -> "unlogged ";
            case PERMANENT, TEMPORARY -> table.kind() == Table.Kind.FOREIGN ? "foreign " : "";
        };
        return Sql.format(
                "create %stable %I (%s)%s", kind, table.qualifiedName(), String.join(", ", parts), behind(table));
    }

    private String behind(Table table) {
        Optional<ForeignTable> foreign = source.the(table.oid(), ForeignTable.class);
        if (foreign.isPresent()) {
            return Sql.format("%s", Sql.format(" server %I", foreign.get().server()))
                    + Clauses.foreign(foreign.get().options());
        }
        String division = source.the(table.oid(), PartitionedTable.class)
                .map(it -> " partition by " + it.key())
                .orElse("");
        String method = table.accessMethod() == null
                ? ""
                : Sql.format(" using %I", table.accessMethod()).text();
        return division + method + Clauses.with(table.options(), table.toastOptions());
    }

    private List<Constraint> checks(Table table) {
        return source.of(table.oid(), Constraint.class).stream()
                .filter(it -> it.kind() == Constraint.Kind.CHECK && (it.validated() || !it.enforced()))
                .filter(it -> it.definition() != null)
                .toList();
    }

    /// Partitions and heirs find their parents.
    List<Piece> families() {
        List<Piece> pieces = new ArrayList<>();
        for (Table table : source.all(Table.class).stream()
                .sorted(Comparator.comparingLong(Table::oid))
                .toList()) {
            source.the(table.oid(), Partition.class)
                    .ifPresent(it -> source.relation(it.parent())
                            .ifPresent(parent -> pieces.add(Piece.of(
                                            subject(table),
                                            Sql.format(
                                                    "alter table only %I attach partition %I %s",
                                                    parent, table.qualifiedName(), it.bound()))
                                    .inGroup(source.root(table)))));
            for (Inheritance it : source.of(table.oid(), Inheritance.class).stream()
                    .sorted(Comparator.comparingInt(Inheritance::place))
                    .toList()) {
                source.relation(it.parent())
                        .ifPresent(parent -> pieces.add(Piece.of(
                                subject(table),
                                Sql.format("alter table only %I inherit %I", table.qualifiedName(), parent))));
            }
        }
        return pieces;
    }

    static String told(Constraint constraint) {
        return Objects.requireNonNullElse(constraint.definition(), "");
    }

    static String subject(Table table) {
        String word = switch (table.kind()) {
            case FOREIGN -> "foreign table ";
            case MATERIALIZED_VIEW -> "materialized view ";
            case ORDINARY, PARTITIONED -> "table ";
        };
        return word + table.qualifiedName();
    }
}
