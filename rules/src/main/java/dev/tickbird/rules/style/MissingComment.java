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
import dev.tickbird.model.schema.Comment;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.View;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tables and views without a comment, in a schema in which the others have one.
///
/// @param minShare of its tables and views that must have one: where nobody comments, nobody has forgotten it
public record MissingComment(double minShare) implements Rule {

    private record Described(NamedObject named, boolean commented) {}

    public MissingComment() {
        this(0.5);
    }

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, View.class, Comment.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Map<String, List<Described>> bySchema = described(snapshot).stream()
                .collect(Collectors.groupingBy(it -> it.named().schema(), TreeMap::new, Collectors.toList()));
        return bySchema.entrySet().stream().flatMap(schema -> {
            long commented =
                    schema.getValue().stream().filter(Described::commented).count();
            int all = schema.getValue().size();
            return commented == all || commented == 0 || commented < minShare * all
                    ? Stream.empty()
                    : Stream.of(finding(schema.getKey(), schema.getValue(), commented));
        });
    }

    private static List<Described> described(Snapshot snapshot) {
        Set<Long> commented = snapshot.all(Comment.class).stream()
                .filter(comment -> comment.number() == 0 && !comment.text().isBlank())
                .filter(comment ->
                        comment.kind().endsWith("table") || comment.kind().endsWith("view"))
                .map(Comment::oid)
                .collect(Collectors.toSet());
        List<Described> described = new ArrayList<>();
        NamedObject.tables(snapshot)
                .forEach(table -> described.add(new Described(
                        new NamedObject("table", table.schema(), table.schema(), table.name()),
                        commented.contains(table.oid()))));
        snapshot.all(View.class)
                .forEach(view -> described.add(new Described(
                        new NamedObject("view", view.schema(), view.schema(), view.name()),
                        commented.contains(view.oid()))));
        return described;
    }

    private Finding finding(String schema, List<Described> all, long commented) {
        List<NamedObject> silent =
                all.stream().filter(it -> !it.commented()).map(Described::named).toList();
        return finding(
                Severity.NOTE,
                new Subject("schema", Identifier.quoted(schema)),
                "schema \"" + schema + "\" has tables without a comment among those that have one",
                Words.count(commented) + " of its " + Words.count(all.size(), "table")
                        + " and views have a comment; these do not: " + Words.some(NamedObject.shown(silent), 5) + ".",
                Evidence.of("tables", silent.size()),
                "What they hold, and who may change it, those know who made them.",
                new Remedy.Advice(
                        "Write what a row of it is, and where it comes from: \"comment on table … is '…'\"."));
    }
}
