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
import dev.tickbird.model.schema.Constraint;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Function;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Schema;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.Trigger;
import dev.tickbird.model.schema.View;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Names as long as names can be: the server has cut them off without a word.
public record CutOffName() implements Rule {

    private static final int LONGEST = 63; // NAMEDATALEN - 1
    private static final int MOST_BYTES_OF_A_CHARACTER = 3; // of Java's, two of which are at most four bytes in UTF-8

    /// Such names the server makes itself, and shortens in the middle.
    private static final Pattern GENERATED = Pattern.compile(".*_(fkey|idx|key|pkey|check|excl|seq|not_null)\\d*");

    @Override
    public Needs needs() {
        return Needs.facts(
                Schema.class,
                Table.class,
                View.class,
                Column.class,
                Function.class,
                Index.class,
                Constraint.class,
                ForeignKey.class,
                Trigger.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Map<String, List<NamedObject>> bySchema = Stream.concat(NamedObject.typedBy(snapshot), ofTables(snapshot))
                .filter(named ->
                        isFull(named.name()) && !GENERATED.matcher(named.name()).matches())
                .collect(Collectors.groupingBy(NamedObject::schema, TreeMap::new, Collectors.toList()));
        return bySchema.entrySet().stream().map(schema -> finding(schema.getKey(), schema.getValue()));
    }

    /// Whether one more letter of the last one's size would not fit: a letter is never cut in two.
    private static boolean isFull(String name) {
        if ((name.length() + 1) * MOST_BYTES_OF_A_CHARACTER <= LONGEST) {
            return false;
        }
        return bytes(name) + bytes(name.substring(name.offsetByCodePoints(name.length(), -1))) > LONGEST;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /// The names of indexes, constraints and triggers, as far as nothing else has given them theirs.
    private static Stream<NamedObject> ofTables(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        return NamedObject.tables(snapshot)
                .flatMap(table -> Stream.of(
                                relations.of(table, Index.class).stream()
                                        .filter(index -> index.constraint() == null)
                                        .map(index -> NamedObject.of("index on", table, index.name())),
                                relations.of(table, Constraint.class).stream()
                                        .map(constraint -> NamedObject.of("constraint", table, constraint.name())),
                                relations.of(table, ForeignKey.class).stream()
                                        .map(key -> NamedObject.of("foreign key", table, key.name())),
                                relations.of(table, Trigger.class).stream()
                                        .filter(trigger -> !trigger.internal())
                                        .map(trigger -> NamedObject.of("trigger", table, trigger.name())))
                        .flatMap(names -> names));
    }

    private Finding finding(String schema, List<NamedObject> names) {
        return finding(
                Severity.NOTE,
                new Subject("schema", Identifier.quoted(schema)),
                "names in schema \"" + schema + "\" are as long as names can be",
                Words.count(names.size(), "name") + " with no room for a letter more: "
                        + Words.some(NamedObject.shown(names), 3) + ".",
                Evidence.of("names", names.size()),
                "What was longer has been cut off, with a notice that programs do not show. Two such names may become"
                        + " one, and a script that asks whether the full name exists is told that it does not.",
                new Remedy.Advice("Give each a shorter name that is still clear, by \"alter … rename\", and put it into"
                        + " the migrations: what they name there must be what is here."));
    }
}
