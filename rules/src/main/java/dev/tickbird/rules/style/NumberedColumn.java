// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.style;

import dev.tickbird.model.Identifier;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Columns that are the same thing several times, told apart by a number: `phone1`, `phone2`, `phone3`.
///
/// @param minColumns two may be all that there ever are
public record NumberedColumn(int minColumns) implements Rule {

    private static final Pattern NUMBERED = Pattern.compile("(?<base>.*\\D)(?<number>[1-9]\\d?)");

    private record Series(String base, String type) implements Comparable<Series> {

        @Override
        public int compareTo(Series other) {
            int bases = base.compareTo(other.base);
            return bases != 0 ? bases : type.compareTo(other.type);
        }
    }

    public NumberedColumn() {
        this(3);
    }

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Column.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        return NamedObject.tables(snapshot)
                .filter(Table::isWritten)
                .flatMap(table -> series(relations.of(table, Column.class)).entrySet().stream()
                        .map(series -> finding(table, series.getKey(), series.getValue())));
    }

    /// Those that count from one on without a gap.
    private Map<Series, List<String>> series(List<Column> columns) {
        Map<Series, Map<Integer, String>> found = new TreeMap<>();
        for (Column column : columns) {
            Matcher matcher = NUMBERED.matcher(column.name());
            if (column.local() && matcher.matches()) {
                found.computeIfAbsent(new Series(matcher.group("base"), column.type()), key -> new TreeMap<>())
                        .put(Integer.valueOf(matcher.group("number")), column.name());
            }
        }
        return found.entrySet().stream()
                .filter(series -> series.getValue().size() >= minColumns)
                .filter(series ->
                        IntStream.rangeClosed(1, series.getValue().size()).allMatch(series.getValue()::containsKey))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        series -> List.copyOf(series.getValue().values()),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private Finding finding(Table table, Series series, List<String> columns) {
        List<String> quoted = columns.stream().map(Identifier::quoted).toList();
        return finding(
                Severity.NOTE,
                Subject.table(table.qualifiedName()).at('.' + Identifier.quoted(columns.getFirst())),
                "table \"" + table.qualifiedName() + "\" has " + Words.count(columns.size(), "numbered column"),
                Words.some(quoted, 8) + ", all " + series.type() + ".",
                Evidence.of("columns", columns.size()),
                "Who looks for a value must ask each of them, each needs an index of its own, nothing keeps a value from"
                        + " being there twice, and one more needs a change of the table.",
                new Remedy.Advice(
                        "Give them a table of their own, with a row a value, the key of " + table.qualifiedName()
                                + ", and the number if it means something.",
                        "If they are always read and written together, an array does."));
    }
}
