// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.indexes;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Table;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Names for new indexes, chosen as PostgreSQL would: from table and columns, cut to what fits, not taken yet.
public final class FreeNames {

    private static final int LONGEST_NAME = 63; // bytes, as PostgreSQL cuts them

    /// What tables and indexes are called already; read once a snapshot, for there may be many findings.
    private record Taken(Set<QualifiedName> names) {

        static Taken in(Snapshot snapshot) {
            return new Taken(Stream.concat(
                            snapshot.all(Index.class).stream().map(Index::qualifiedName),
                            snapshot.all(Table.class).stream().map(Table::qualifiedName))
                    .collect(Collectors.toUnmodifiableSet()));
        }
    }

    private final Taken taken;
    private final Set<QualifiedName> given = new HashSet<>();

    public FreeNames(Snapshot snapshot) {
        this.taken = snapshot.view(Taken.class, Taken::in);
    }

    /// @param columns an expression is an empty name
    public QualifiedName index(Table table, List<String> columns) {
        String stem = table.name()
                + '_'
                + columns.stream()
                        .map(column -> column.isEmpty() ? "expr" : column)
                        .collect(Collectors.joining("_"));
        QualifiedName name = new QualifiedName(table.schema(), cut(stem, "_idx"));
        for (int i = 1; taken.names().contains(name) || !given.add(name); i++) {
            name = new QualifiedName(table.schema(), cut(stem, "_idx" + i));
        }
        return name;
    }

    private static String cut(String stem, String ending) {
        String name = stem;
        while ((name + ending).getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
        }
        return name + ending;
    }
}
