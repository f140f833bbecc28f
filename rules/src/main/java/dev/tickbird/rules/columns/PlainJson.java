// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.columns;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Columns of type `json`: text that is parsed at each look, and that cannot be compared.
public record PlainJson() implements Rule {

    private static final long JSON = 114; // the OID that PostgreSQL gives the type for good

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Column.class, Index.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        return TypedColumns.of(snapshot, column -> column.typeOid() == JSON)
                .map(typed -> finding(typed, searching(typed, relations)));
    }

    /// Indexes over what stands in the column: it is not only kept, but looked into.
    private static List<String> searching(TypedColumns typed, Relations relations) {
        return relations.of(typed.table(), Index.class).stream()
                .filter(index -> index.expressions() != null
                        && typed.columns().stream()
                                .anyMatch(column -> index.expressions().contains(Identifier.quoted(column.name()))))
                .map(index -> index.qualifiedName().toString())
                .toList();
    }

    private Finding finding(TypedColumns typed, List<String> searching) {
        Table table = typed.table();
        String changes = typed.columns().stream()
                .map(column ->
                        Sql.format("alter column %I type jsonb", column.name()).text())
                .collect(Collectors.joining(", "));
        return finding(
                searching.isEmpty() ? Severity.NOTE : Severity.ADVICE,
                Subject.table(table.qualifiedName()),
                "table \"" + table.qualifiedName() + "\" has "
                        + Words.count(typed.columns().size(), "column") + " of type json",
                typed.names() + " " + typed.verb("keeps", "keep") + " JSON as the text that came in."
                        + (searching.isEmpty()
                                ? ""
                                : " It is searched for what stands in it: " + String.join(", ", searching) + "."),
                Evidence.of("columns", typed.columns().size())
                        .and("names", typed.names())
                        .and("indexes", searching.size()),
                "Each access parses the whole text; DISTINCT, GROUP BY and UNION over the column fail, for json has no equality;"
                        + " no GIN index finds keys in it.",
                new Remedy.Advice(
                        "If the application reads values out of it, make it jsonb; this writes the table anew while nobody can read"
                                + " or write it, forgets blanks, the order of keys and repeated keys, and fails at \\u0000: "
                                + Sql.format("alter table %I %s", table.qualifiedName(), changes) + ".",
                        "If it is only kept, and must come out as it came in, leave it."));
    }
}
