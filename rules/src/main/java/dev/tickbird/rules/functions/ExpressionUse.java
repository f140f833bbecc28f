// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.functions;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.ColumnDefault;
import dev.tickbird.model.schema.Function;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.PartitionedTable;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the answers of functions are kept: in indexes, in generated columns, in what decides on a row's partition.
///
/// @param places by the function's name; of several functions with one name it does not tell which
record ExpressionUse(Map<QualifiedName, List<String>> places) {

    /// The places that keep what this function has answered; none if another one has its name.
    static List<String> of(Function function, Snapshot snapshot) {
        boolean alone = snapshot.all(Function.class).stream()
                        .filter(it -> it.qualifiedName().equals(function.qualifiedName()))
                        .count()
                == 1;
        return alone
                ? snapshot.view(ExpressionUse.class, ExpressionUse::in)
                        .places
                        .getOrDefault(function.qualifiedName(), List.of())
                : List.of();
    }

    private static ExpressionUse in(Snapshot snapshot) {
        ExpressionUse use = new ExpressionUse(new HashMap<>());
        Relations relations = Relations.of(snapshot);
        for (Index index : snapshot.all(Index.class)) {
            String place = "index " + index.qualifiedName();
            use.add(index.expressions(), place);
            use.add(index.predicate(), place);
        }
        for (ColumnDefault value : snapshot.all(ColumnDefault.class)) {
            Optional<Table> table = relations.table(value.relation());
            table.ifPresent(it -> relations.of(it, Column.class).stream()
                    .filter(column -> column.number() == value.number()
                            && column.generated().equals("stored"))
                    .forEach(column -> use.add(
                            value.expression(),
                            "column " + Identifier.quoted(column.name()) + " of " + it.qualifiedName())));
        }
        for (PartitionedTable table : snapshot.all(PartitionedTable.class)) {
            relations
                    .table(table.relation())
                    .ifPresent(it -> use.add(table.key(), "the partitions of " + it.qualifiedName()));
        }
        return use;
    }

    /// The server writes each call of a user's function with its schema.
    private void add(@Nullable String expression, String place) {
        if (expression != null && expression.contains("(")) {
            calls(expression).forEach(name -> {
                List<String> known = places.computeIfAbsent(name, _ -> new ArrayList<>());
                if (!known.contains(place)) {
                    known.add(place);
                }
            });
        }
    }

    static List<QualifiedName> calls(String expression) {
        BodyText text = new BodyText(expression);
        List<QualifiedName> names = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            if (text.behindName(i) == i + 3
                    && text.at(i + 3).is("(")
                    && !text.at(i - 1).is(".")) {
                names.add(new QualifiedName(text.at(i).text(), text.at(i + 2).text()));
            }
        }
        return names;
    }
}
