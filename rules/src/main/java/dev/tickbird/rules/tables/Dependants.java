// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.tables;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.schema.ColumnDependant;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import java.util.List;
import java.util.stream.Stream;

/// What names columns of a table or of those below it, as `view public.recent`: their types cannot be changed under it.
public record Dependants(List<String> names) {

    public Dependants {
        names = List.copyOf(names);
    }

    public static Dependants of(Table table, List<String> columns, Snapshot snapshot) {
        return new Dependants(
                names(table, columns, Relations.of(snapshot)).distinct().toList());
    }

    private static Stream<String> names(Table table, List<String> columns, Relations relations) {
        return Stream.concat(
                relations.of(table, ColumnDependant.class).stream()
                        .filter(it -> columns.contains(it.column()))
                        .map(it -> it.kind() + ' ' + it.name()),
                relations.children(table).stream().flatMap(child -> names(child, columns, relations)));
    }

    public boolean isEmpty() {
        return names.isEmpty();
    }

    /// How the change is made all the same, in a sentence.
    public String aroundChange(Sql change) {
        return "In one transaction, drop what names the column, for its type cannot be changed under it: " + this
                + "; change the type: " + change
                + "; and create all of that again, with its owners and grants. Then analyze the table, for the column's statistics"
                + " go with its type.";
    }

    @Override
    public String toString() {
        return String.join(", ", names);
    }
}
