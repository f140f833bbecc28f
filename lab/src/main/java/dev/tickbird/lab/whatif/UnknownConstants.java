// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.lab.plans.PlanTree;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.ColumnStatistics;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How queries are planned whose constants are not known: without them, as a prepared statement in the long run, and
/// with values that the statistics make plausible, where a condition tells which column they are compared with. A
/// constant that nothing is known of stays unknown.
final class UnknownConstants {

    private record Place(QualifiedName relation, String column) {}

    private final Map<Place, ColumnStatistics> statistics = new HashMap<>();

    UnknownConstants(Snapshot snapshot) {
        Map<Long, QualifiedName> names = new HashMap<>();
        snapshot.all(Table.class).forEach(table -> names.put(table.oid(), table.qualifiedName()));
        for (ColumnStatistics column : snapshot.all(ColumnStatistics.class)) {
            @Nullable QualifiedName relation = names.get(column.relation());
            if (relation != null) {
                statistics.putIfAbsent(new Place(relation, column.column()), column);
            }
        }
    }

    /// @param cursor how a cursor is declared before the query; empty if there is none
    /// @throws SQLException if the server cannot prepare it
    List<Form> forms(Query query, ParameterText text, String cursor, Backend backend) throws SQLException {
        List<String> types = backend.parameterTypes(text.sql());
        if (types.isEmpty()) {
            return List.of(new Form(query.name(), text.sql(), false, List.of()));
        }
        Form generic = new Form(query.name() + " (generic)", text.sql(), true, List.of());
        List<Form> forms = new ArrayList<>(List.of(generic));
        Map<Integer, Conditions.Comparison> comparisons = Conditions.of(PlanTree.parse(backend.verbose(generic)));
        Set<String> texts = new LinkedHashSet<>();
        for (Likely likely : Likely.values()) {
            Map<Integer, String> values = new TreeMap<>();
            comparisons.forEach((number, comparison) -> value(comparison, likely, comparisons.values())
                    .filter(_ -> number <= types.size())
                    .ifPresent(value -> values.put(
                            number,
                            Sql.format("%L::%s", value, types.get(number - 1)).text())));
            ParameterText filled = text.with(values);
            if (!values.isEmpty() && texts.add(filled.sql())) {
                List<String> words = new ArrayList<>();
                values.forEach((number, value) -> words.add("$" + number + " = " + value.strip()));
                String whole = filled.hasPlaces() ? filled.sql() : cursor + filled.sql();
                forms.add(new Form(query.name() + " (" + likely + ")", whole, filled.hasPlaces(), words));
            }
        }
        return forms;
    }

    private Optional<String> value(
            Conditions.Comparison comparison, Likely likely, Collection<Conditions.Comparison> all) {
        boolean between = all.stream().anyMatch(comparison::closes);
        return Optional.ofNullable(statistics.get(new Place(comparison.relation(), comparison.column())))
                .flatMap(column -> likely.value(column, comparison.operator(), between));
    }
}
