// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The relations of the twin, by the OIDs that the snapshot knows them under: names are the same, OIDs are not.
final class Body {

    /// @param path of its first file, below the data folder; empty if it has no file
    record Part(long oid, QualifiedName name, String path, long toast) {}

    /// @param type never a domain
    record Attribute(int number, long type, long collation) {}

    private final Map<Long, Part> bySource = new HashMap<>();
    private final Map<Long, Part> parts = new HashMap<>();
    private final Map<Long, Map<String, Attribute>> attributes = new HashMap<>();

    private Body() {}

    static Body of(Connection connection, Snapshot snapshot) throws SQLException {
        Body body = new Body();
        Map<QualifiedName, Part> byName = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(GhostSql.text("relations"))) {
                while (row.next()) {
                    Part part = part(row);
                    body.parts.put(part.oid(), part);
                    byName.put(part.name(), part);
                }
            }
            try (ResultSet row = statement.executeQuery(GhostSql.text("attributes"))) {
                while (row.next()) {
                    body.attributes
                            .computeIfAbsent(row.getLong("relation"), relation -> new HashMap<>())
                            .put(
                                    row.getString("name"),
                                    new Attribute(row.getInt("number"), row.getLong("type"), row.getLong("collation")));
                }
            }
        }
        body.recognise(snapshot, byName);
        return body;
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(
                row.getLong("oid"),
                new QualifiedName(row.getString("schema"), row.getString("name")),
                row.getString("path"),
                row.getLong("toast"));
    }

    private void recognise(Snapshot snapshot, Map<QualifiedName, Part> byName) {
        for (Table table : snapshot.all(Table.class)) {
            Part part = byName.get(table.qualifiedName());
            if (part != null) {
                bySource.put(table.oid(), part);
                Part toast = parts.get(part.toast());
                if (table.toast() != null && toast != null) {
                    bySource.put(table.toast(), toast);
                }
            }
        }
        for (Index index : snapshot.all(Index.class)) {
            Part part = byName.get(index.qualifiedName());
            if (part != null) {
                bySource.put(index.oid(), part);
            }
        }
    }

    /// What the relation with this OID on the source is here; empty if it was not built.
    Optional<Part> of(long source) {
        return Optional.ofNullable(bySource.get(source));
    }

    /// The relations whose files a new ghost replaces.
    Collection<Part> replaced() {
        return bySource.values().stream().filter(part -> !part.path().isEmpty()).toList();
    }

    Optional<Attribute> attribute(Part part, String column) {
        return Optional.ofNullable(attributes.getOrDefault(part.oid(), Map.of()).get(column));
    }
}
