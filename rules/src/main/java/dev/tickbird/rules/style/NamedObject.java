// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.style;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.OfRelation;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Function;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Schema;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.View;
import java.util.List;
import java.util.stream.Stream;

/// Something that somebody has named and others must type. Partitions bear names that programs make, and are left out.
///
/// @param kind `schema`, `table`, `view`, `column`, `function`, …
/// @param place what it lies in and must be told apart from: the schema, or of a column the table
record NamedObject(String kind, String schema, String place, String name) {

    /// Schemas, tables, views, their columns, and functions.
    static Stream<NamedObject> typedBy(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        Stream<NamedObject> tables = tables(snapshot)
                .flatMap(table -> Stream.concat(
                        Stream.of(new NamedObject(kind(table), table.schema(), table.schema(), table.name())),
                        relations.of(table, Column.class).stream().map(column -> of("column", table, column.name()))));
        Stream<NamedObject> views = snapshot.all(View.class).stream()
                .map(view -> new NamedObject("view", view.schema(), view.schema(), view.name()));
        Stream<NamedObject> functions = snapshot.all(Function.class).stream()
                .map(function -> new NamedObject("function", function.schema(), function.schema(), function.name()));
        Stream<NamedObject> schemas = snapshot.all(Schema.class).stream()
                .map(schema -> new NamedObject("schema", schema.name(), "", schema.name()));
        return Stream.of(schemas, tables, views, functions).flatMap(it -> it).distinct();
    }

    static Stream<Table> tables(Snapshot snapshot) {
        return snapshot.all(Table.class).stream().filter(table -> !table.partition());
    }

    /// What belongs to a table.
    static NamedObject of(String kind, Table table, String name) {
        return new NamedObject(kind, table.schema(), table.qualifiedName().toString(), name);
    }

    /// Whether a part belongs to one of the tables whose names people have made.
    static boolean isOfNamedTable(OfRelation part, Snapshot snapshot) {
        return Relations.of(snapshot)
                .table(part.relation())
                .filter(table -> !table.partition())
                .isPresent();
    }

    /// `column shop.orders."Total"`.
    String shown() {
        return kind
                + ' '
                + (place.isEmpty() ? "" : (place.equals(schema) ? Identifier.quoted(place) : place) + '.')
                + Identifier.quoted(name);
    }

    static List<String> shown(List<NamedObject> several) {
        return several.stream().map(NamedObject::shown).toList();
    }

    private static String kind(Table table) {
        return switch (table.kind()) {
            case ORDINARY, PARTITIONED -> "table";
            case FOREIGN -> "foreign table";
            case MATERIALIZED_VIEW -> "materialized view";
        };
    }
}
