// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.replication;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.replication.Publication;
import dev.tickbird.model.replication.PublishedTable;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Domain;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether the whole row of a published table can tell its rows apart.
///
/// @param parts how the table is published
record WholeRow(Table table, List<PublishedTable> parts, Snapshot snapshot) {

    /// Types of PostgreSQL's own whose values cannot be compared, not even one with itself.
    private static final Set<String> WITHOUT_EQUALITY = Set.of(
            "json",
            "jsonpath",
            "xml",
            "point",
            "line",
            "lseg",
            "box",
            "path",
            "polygon",
            "circle",
            "txid_snapshot",
            "pg_snapshot");

    /// Whether the server accepts it as identity. From PostgreSQL 18 on, which says what is sent of generated columns,
    /// it refuses to change a row of which a generated column is not sent.
    boolean isAccepted() {
        return unsent().isEmpty()
                && parts.stream().allMatch(part -> part.columns().isEmpty());
    }

    /// A generated column that keeps the server from changing rows.
    Optional<String> unsent() {
        Set<String> names = parts.stream().map(PublishedTable::publication).collect(Collectors.toSet());
        List<Publication> publications = snapshot.all(Publication.class).stream()
                .filter(it -> names.contains(it.name()) && it.generatedColumns() != null)
                .toList();
        return columns().stream()
                .filter(column -> publications.stream()
                        .anyMatch(it -> column.generated().equals("virtual")
                                || column.generated().equals("stored") && "none".equals(it.generatedColumns())))
                .map(Column::name)
                .findFirst();
    }

    /// A column that a subscriber cannot compare, and at which it stops.
    Optional<Column> incomparable() {
        return columns().stream()
                .filter(column -> column.generated().isEmpty())
                .filter(column -> WITHOUT_EQUALITY.contains(plain(column.baseType())))
                .findFirst();
    }

    /// An array is compared by its elements, a domain as what it restricts.
    private String plain(String type) {
        String element = type.replaceAll("(\\[])+$", "");
        return snapshot.all(Domain.class).stream()
                .filter(domain -> domain.qualifiedName().toString().equals(element))
                .map(domain -> plain(domain.baseType()))
                .findFirst()
                .orElse(element);
    }

    private List<Column> columns() {
        return Relations.of(snapshot).of(table, Column.class);
    }
}
