// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.columns;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The columns of a table that are of some type. What it inherits is told with its parent, a partition with its root.
record TypedColumns(Table table, List<Column> columns) {

    TypedColumns {
        columns = List.copyOf(columns);
    }

    /// Of every table that has such columns.
    static Stream<TypedColumns> of(Snapshot snapshot, Predicate<Column> wanted) {
        Relations relations = Relations.of(snapshot);
        return snapshot.all(Table.class).stream()
                .filter(table -> table.isWritten() && !table.partition())
                .map(table -> new TypedColumns(table, own(table, wanted, relations)))
                .filter(typed -> !typed.columns.isEmpty());
    }

    private static List<Column> own(Table table, Predicate<Column> wanted, Relations relations) {
        List<Column> found =
                relations.of(table, Column.class).stream().filter(wanted).toList();
        if (found.isEmpty()) {
            return found;
        }
        Set<String> inherited =
                relations
                        .table(table.parent())
                        .map(parent -> relations.of(parent, Column.class))
                        .orElse(List.of())
                        .stream()
                        .map(Column::name)
                        .collect(Collectors.toSet());
        return found.stream()
                .filter(column -> !inherited.contains(column.name()))
                .toList();
    }

    /// As a sentence lists them.
    String names() {
        return columns.stream().map(Column::name).map(Identifier::quoted).collect(Collectors.joining(", "));
    }

    /// `holds` or `hold`, as their number wants it.
    String verb(String one, String several) {
        return columns.size() == 1 ? one : several;
    }
}
