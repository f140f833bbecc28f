// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.indexes;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.Statement;
import dev.tickbird.model.statistics.StatementText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which columns of a table its updates set, as far as pg_stat_statements keeps their words. What is read out of them
/// is only the plain form, `update orders set state = $1, …`; a statement that is written otherwise says nothing.
record UpdatedColumns(Map<String, Set<String>> byTable) {

    private static final int LONGEST = 1_000; // characters; a pattern takes stack for each
    private static final String NAME = "(?:\"(?:[^\"]++|\"\")+\"|[\\w$]+)";
    private static final Pattern UPDATE = Pattern.compile("(?is)^\\s*update\\s+(?:only\\s+)?(?:" + NAME
            + "\\s*\\.\\s*)?(" + NAME + ")(?:\\s+(?:as\\s+)?" + NAME + ")?\\s+set\\s+(.*)$");
    private static final Pattern ASSIGNMENT = Pattern.compile("(?:^|,)\\s*(" + NAME + ")\\s*=(?!=)");
    private static final Pattern END = Pattern.compile("(?is)\\s(?:where|from|returning)\\s.*$");

    static UpdatedColumns of(Snapshot snapshot) {
        return snapshot.view(UpdatedColumns.class, UpdatedColumns::read);
    }

    /// The columns by their names; empty if no statement is known that sets any.
    Set<String> of(Table table) {
        return byTable.getOrDefault(table.name(), Set.of());
    }

    private static UpdatedColumns read(Snapshot snapshot) {
        Map<String, Set<String>> columns = new HashMap<>();
        if (snapshot.observed().contains(Statement.class) && snapshot.observed().contains(StatementText.class)) {
            Set<Long> counted = snapshot.all(Statement.class).stream()
                    .map(Statement::queryId)
                    .collect(Collectors.toSet());
            snapshot.all(StatementText.class).stream()
                    .filter(text ->
                            counted.contains(text.queryId()) && text.text().length() <= LONGEST)
                    .map(text -> UPDATE.matcher(text.text()))
                    .filter(Matcher::matches)
                    .forEach(update -> columns.computeIfAbsent(name(update.group(1)), table -> new HashSet<>())
                            .addAll(assigned(update.group(2))));
        }
        return new UpdatedColumns(columns);
    }

    private static Set<String> assigned(String assignments) {
        String flat = END.matcher(assignments).replaceFirst("");
        while (flat.matches("(?s).*\\([^()]*\\).*")) {
            flat = flat.replaceAll("\\([^()]*\\)", " "); // a comma or an equal sign in it begins no assignment
        }
        return ASSIGNMENT
                .matcher(flat)
                .results()
                .map(assignment -> name(assignment.group(1)))
                .collect(Collectors.toSet());
    }

    private static String name(String written) {
        return written.startsWith("\"")
                ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
                : written.toLowerCase(Locale.ROOT);
    }
}
