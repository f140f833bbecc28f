// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.style;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A column that is of another type than all others of its name in the schema.
///
/// @param minOthers that many must agree; fewer set no custom
public record OddColumnType(int minOthers) implements Rule {

    private record Place(Table table, Column column) {

        /// Both texts are the same to whoever compares them.
        String type() {
            return column.baseType().equals("character varying") ? "text" : column.baseType();
        }
    }

    public OddColumnType() {
        this(3);
    }

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Column.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        Map<QualifiedName, List<Place>> namesakes = NamedObject.tables(snapshot)
                .filter(Table::isWritten)
                .flatMap(table -> relations.of(table, Column.class).stream()
                        .filter(column -> column.name().matches(".+_.+")) // a single word means many things
                        .map(column -> new Place(table, column)))
                .collect(Collectors.groupingBy(place ->
                        new QualifiedName(place.table().schema(), place.column().name())));
        return namesakes.values().stream()
                .filter(places -> places.size() > minOthers)
                .flatMap(this::odd);
    }

    /// The one, if all others agree.
    private Stream<Finding> odd(List<Place> places) {
        Map<String, List<Place>> byType =
                places.stream().collect(Collectors.groupingBy(Place::type, TreeMap::new, Collectors.toList()));
        if (byType.size() != 2) {
            return Stream.empty();
        }
        List<List<Place>> sides = List.copyOf(byType.values());
        List<Place> few = sides.getFirst().size() == 1 ? sides.getFirst() : sides.getLast();
        List<Place> many = few.equals(sides.getFirst()) ? sides.getLast() : sides.getFirst();
        return few.size() == 1 && many.size() >= minOthers ? Stream.of(finding(few.getFirst(), many)) : Stream.empty();
    }

    private Finding finding(Place odd, List<Place> others) {
        String column = odd.column().name();
        QualifiedName table = odd.table().qualifiedName();
        List<String> tables = others.stream()
                .map(it -> it.table().qualifiedName().toString())
                .sorted()
                .toList();
        return finding(
                Severity.NOTE,
                Subject.table(table).at('.' + Identifier.quoted(column)),
                "column \"" + column + "\" of table \"" + table + "\" is of another type than its namesakes",
                "Here it is " + odd.column().type() + "; in " + Words.count(others.size(), "other table") + " it is "
                        + others.getFirst().type() + ": " + Words.some(tables, 5) + ".",
                Evidence.of("others", others.size())
                        .and("type", odd.column().type())
                        .and("usualType", others.getFirst().type()),
                "Who joins or compares them needs a cast, which may keep an index from being used, or fails on a value"
                        + " that the narrower type cannot hold.",
                new Remedy.Advice(
                        "Give it the type of the others, if it means the same.",
                        "Give it another name, if it means something else."));
    }
}
