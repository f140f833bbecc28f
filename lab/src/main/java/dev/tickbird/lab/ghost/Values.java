// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

import dev.tickbird.model.finding.Sql;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/// Values as they lie in a row on disk. Only the server knows how it writes a type, so it writes them into a table that
/// is gone soon, whose pages are then read.
final class Values {

    /// @param length of a value: -1 if it says so itself, -2 if it ends with a zero byte
    /// @param alignment what its place must be a multiple of
    record Layout(String name, int length, boolean byValue, int alignment) {}

    private static final int ID = Integer.BYTES;
    private static final int SHORT_HEADER = 1; // set in the first byte of a value with a header of one byte

    private static final String RAW_PAGE = """
            create or replace function pg_temp.raw_page(relation text, block bigint) returns bytea
            language c strict as '$libdir/pageinspect', 'get_raw_page_1_9'
            """;

    private final Connection connection;
    private final Map<Long, Optional<Layout>> layouts = new HashMap<>();

    Values(Connection connection) {
        this.connection = connection;
    }

    /// How values of a type are laid out; empty if no table can have such a column.
    Optional<Layout> layout(long type) throws SQLException {
        Optional<Layout> known = layouts.get(type);
        if (known == null) {
            known = readLayout(type);
            layouts.put(type, known);
        }
        return known;
    }

    private Optional<Layout> readLayout(long type) throws SQLException {
        Sql question = Sql.format("""
                select pg_catalog.format_type(type.oid, -1) as name, type.typlen, type.typbyval,
                       case type.typalign when 'c' then 1 when 's' then 2 when 'i' then 4 else 8 end as alignment
                from pg_catalog.pg_type as type
                where type.oid = %s and type.typtype <> 'p'
                """, type);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question.text())) {
            return row.next()
                    ? Optional.of(new Layout(row.getString(1), row.getInt(2), row.getBoolean(3), row.getInt(4)))
                    : Optional.empty();
        }
    }

    /// The bytes of each text, in its order.
    List<byte[]> bytes(long type, List<String> texts) throws SQLException {
        Layout layout = layout(type).orElseThrow(() -> new SQLException("cannot store type " + type, "42P16"));
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.execute(RAW_PAGE);
            statement.execute(Sql.format(
                            "create temporary table datum (id integer, value %s) with (toast_tuple_target = 8160)",
                            layout.name())
                    .text());
            StringJoiner rows = new StringJoiner(", ");
            for (int i = 0; i < texts.size(); i++) {
                rows.add(Sql.format("(%s, %L)", i, texts.get(i)).text());
            }
            statement.execute(
                    Sql.format("insert into pg_temp.datum values %s", rows).text());
            List<byte[]> found = read(statement, layout);
            statement.execute("drop table pg_temp.datum");
            connection.releaseSavepoint(before);
            return found;
        } catch (SQLException e) {
            connection.rollback(before);
            throw e;
        }
    }

    private static List<byte[]> read(Statement statement, Layout layout) throws SQLException {
        Map<Integer, byte[]> byId = new HashMap<>();
        try (ResultSet row = statement.executeQuery("""
                select pg_temp.raw_page('pg_temp.datum', block)
                from generate_series(0, pg_relation_size('pg_temp.datum') / 8192 - 1) as block
                """)) {
            while (row.next()) {
                items(ByteBuffer.wrap(row.getBytes(1)).order(ByteOrder.LITTLE_ENDIAN), layout, byId);
            }
        }
        List<byte[]> inOrder = new ArrayList<>();
        for (int i = 0; i < byId.size(); i++) {
            inOrder.add(byId.get(i));
        }
        return inOrder;
    }

    private static void items(ByteBuffer page, Layout layout, Map<Integer, byte[]> byId) {
        int end = Short.toUnsignedInt(page.getShort(12));
        for (int pointer = Page.HEADER; pointer < end; pointer += 4) {
            int word = page.getInt(pointer);
            int tuple = word & 0x7FFF;
            int data = tuple + page.get(tuple + 22); // t_hoff
            int value = data + ID;
            boolean isShort = layout.length() == -1 && (page.get(value) & SHORT_HEADER) == SHORT_HEADER;
            if (!isShort) {
                int offset = value - data;
                value = data + (offset + layout.alignment() - 1) / layout.alignment() * layout.alignment();
            }
            byte[] bytes = new byte[tuple + (word >>> 17) - value];
            page.get(value, bytes);
            byId.put(page.getInt(data), bytes);
        }
    }

    /// A value that says its own length, without the part that says it.
    static byte[] content(byte[] value) {
        int header = (value[0] & SHORT_HEADER) == SHORT_HEADER ? 1 : 4;
        return Arrays.copyOfRange(value, header, value.length);
    }
}
