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
import dev.tickbird.model.schema.Sequence;
import dev.tickbird.model.schema.SequenceDraw;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Columns of type `serial`: a default and a sequence that only look like a property of the column.
public record SerialColumn() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Column.class, SequenceDraw.class)
                .inPart(Sequence.class); // what is hidden are last values
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Map<String, List<NamedObject>> bySchema = serials(snapshot).stream()
                .collect(Collectors.groupingBy(NamedObject::schema, TreeMap::new, Collectors.toList()));
        return bySchema.entrySet().stream().map(schema -> finding(schema.getKey(), schema.getValue()));
    }

    /// The columns whose default draws from the sequence that they own.
    private static List<NamedObject> serials(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        List<NamedObject> found = new ArrayList<>();
        for (Sequence sequence : snapshot.all(Sequence.class)) {
            relations
                    .table(sequence.relation())
                    .filter(table -> !sequence.identity() && !table.partition())
                    .ifPresent(table -> relations.of(table, SequenceDraw.class).stream()
                            .filter(draw -> draw.sequence() == sequence.oid())
                            .filter(draw -> Objects.equals(draw.number(), sequence.column()))
                            .flatMap(draw -> relations.of(table, Column.class).stream()
                                    .filter(column -> column.number() == draw.number()))
                            .forEach(column -> found.add(NamedObject.of("column", table, column.name()))));
        }
        return found;
    }

    private Finding finding(String schema, List<NamedObject> columns) {
        return finding(
                Severity.NOTE,
                new Subject("schema", Identifier.quoted(schema)),
                "schema \"" + schema + "\" has serial columns where identity columns would do",
                Words.count(columns.size(), "column") + ": " + Words.some(NamedObject.shown(columns), 5) + ".",
                Evidence.of("columns", columns.size()),
                "Whoever may insert into such a table must be granted the sequence apart, \"create table … (like …"
                        + " including all)\" draws from the same sequence, and nothing keeps anybody from writing a"
                        + " number that the sequence will give later.",
                new Remedy.Advice(
                        "Write \"bigint generated always as identity\" in new tables.",
                        "Leave the old ones until they are changed for another reason; the page of the rule has the"
                                + " statements."));
    }
}
