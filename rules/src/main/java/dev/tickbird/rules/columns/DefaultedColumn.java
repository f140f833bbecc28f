// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.columns;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.ColumnDefault;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A column with a default of a certain form. What a table inherits is told with its parent.
record DefaultedColumn(Table table, Column column, String expression) {

    static Stream<DefaultedColumn> of(Snapshot snapshot, Pattern form) {
        Relations relations = Relations.of(snapshot);
        return snapshot.all(ColumnDefault.class).stream()
                .filter(it -> form.matcher(it.expression()).matches())
                .flatMap(it -> relations.table(it.relation()).stream()
                        .filter(Table::isWritten)
                        .flatMap(table -> relations.of(table, Column.class).stream()
                                .filter(column -> column.number() == it.number())
                                .filter(column ->
                                        column.local() && column.generated().isEmpty())
                                .map(column -> new DefaultedColumn(table, column, it.expression()))));
    }
}
