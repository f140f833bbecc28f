// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How columns are stored. What a type does by default only the twin's own catalogs tell, so that they are compared.
final class Storage {

    private static final String QUERY = """
            select schema.nspname, relation.relname, attribute.attname,
                   case attribute.attstorage when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main'
                                             else 'extended' end
            from pg_catalog.pg_attribute as attribute
            join pg_catalog.pg_class as relation on relation.oid = attribute.attrelid
            join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
            where attribute.attnum > 0
              and not attribute.attisdropped
              and relation.relkind in ('r', 'p', 'f', 'm')
              and schema.nspname !~ '^pg_'
              and schema.nspname <> 'information_schema'
            """;

    private Storage() {}

    static List<Piece> corrections(Source source, Connection connection) throws SQLException {
        Map<List<String>, String> actual = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(QUERY)) {
            while (rows.next()) {
                actual.put(List.of(rows.getString(1), rows.getString(2), rows.getString(3)), rows.getString(4));
            }
        }
        List<Piece> pieces = new ArrayList<>();
        for (Table table : source.all(Table.class)) {
            for (Column column : source.of(table.oid(), Column.class)) {
                String now =
                        actual.getOrDefault(List.of(table.schema(), table.name(), column.name()), column.storage());
                if (!now.equals(column.storage())) {
                    pieces.add(Piece.of(
                            TablePieces.subject(table),
                            Sql.format(
                                    "update pg_catalog.pg_attribute set attstorage = %L"
                                            + " where attrelid = %L::pg_catalog.regclass and attname = %L",
                                    letter(column.storage()), table.qualifiedName(), column.name())));
                }
            }
        }
        return pieces;
    }

    private static String letter(String storage) {
        return storage.equals("extended") ? "x" : storage.substring(0, 1);
    }
}
