// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.schema.Index;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An index that was created without rows, with what decides how large it would be with them.
///
/// @param relationName as SQL needs it
/// @param keys the key columns and expressions as SQL needs them
/// @param columns the names of all columns; an expression is an empty name
/// @param widths bytes in an average value of each column
/// @param alignments what the place of each column is a multiple of; 0 if its values are of any length
/// @param nulls the share of rows in which some column is null
/// @param deduplicated whether a B-tree keeps equal keys once
/// @param elements how many different elements are in an average value
record Candidate(
        long oid,
        QualifiedName name,
        String method,
        long relation,
        String relationName,
        String path,
        @Nullable String predicate,
        int fill,
        int pagesPerRange,
        boolean descending,
        List<String> keys,
        List<String> columns,
        List<Integer> widths,
        List<Integer> alignments,
        double nulls,
        boolean deduplicated,
        double elements,
        long tablePages) {

    static Candidate of(Connection connection, long oid) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement(GhostSql.text("candidate"))) {
            question.setLong(1, oid);
            try (ResultSet row = question.executeQuery()) {
                row.next();
                return new Candidate(
                        oid,
                        new QualifiedName(row.getString("schema"), row.getString("name")),
                        row.getString("method"),
                        row.getLong("relation"),
                        row.getString("relation_name"),
                        row.getString("path"),
                        row.getString("predicate"),
                        row.getInt("fill"),
                        row.getInt("pages_per_range"),
                        row.getBoolean("descending"),
                        List.of((String[]) row.getArray("keys").getArray()),
                        List.of((String[]) row.getArray("columns").getArray()),
                        List.of((Integer[]) row.getArray("widths").getArray()),
                        List.of((Integer[]) row.getArray("alignments").getArray()),
                        row.getDouble("nulls"),
                        row.getBoolean("deduplicated"),
                        row.getDouble("elements"),
                        row.getLong("table_pages"));
            }
        }
    }

    /// Bytes of an average entry with the first so many columns: what comes before and after values of any
    /// length is half filled up on average.
    ///
    /// @param header bytes in front of them
    double size(int header, int columns) {
        double size = header;
        boolean varying = false;
        for (int i = 0; i < Math.min(columns, widths.size()); i++) {
            int alignment = Math.max(1, alignments.get(i));
            varying |= alignments.get(i) == 0;
            size = aligned(size, alignment, varying) + widths.get(i);
        }
        return aligned(size, Long.BYTES, varying);
    }

    private static double aligned(double size, int alignment, boolean varying) {
        return varying ? size + (alignment - 1) / 2.0 : Math.ceil(size / alignment) * alignment;
    }

    /// As a snapshot would tell of it.
    ///
    /// @param table the OID of its table on the source
    Index asIndex(long table) {
        List<String> keyColumns = columns.subList(0, keys.size());
        return new Index(
                oid,
                name.schema(),
                name.name(),
                table,
                null,
                method,
                keyColumns,
                columns.subList(keys.size(), columns.size()),
                List.of(),
                List.of(),
                keyColumns.stream().map(column -> descending).toList(),
                List.of(),
                null,
                predicate,
                false,
                false,
                false,
                false,
                true,
                null,
                false,
                true,
                true,
                true,
                false,
                false,
                0,
                0,
                null,
                List.of(),
                "");
    }
}
