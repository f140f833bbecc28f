// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe;

import dev.tickbird.model.Fact;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Makes records of rows: column `row_security` fills component `rowSecurity`. Columns and components are the same set.
final class RecordMapper<F extends Fact> {

    private static final int VALUES_KEPT = 20_000;

    private interface Cell {
        @Nullable
        Object read(ResultSet row) throws SQLException;
    }

    private interface Reading {
        Object read(ResultSet row, String text) throws SQLException;
    }

    private final Constructor<F> constructor;
    private final List<Cell> cells = new ArrayList<>();
    private final List<Boolean> nullable = new ArrayList<>();
    private final Map<String, String> strings = new HashMap<>();

    RecordMapper(Class<F> type, ResultSetMetaData columns) throws SQLException {
        RecordComponent[] components = type.getRecordComponents();
        constructor = constructor(type, components);
        int[] positions = positions(type, components, columns);
        for (int i = 0; i < components.length; i++) {
            cells.add(cell(components[i], positions[i]));
            nullable.add(isNullable(components[i]));
        }
    }

    /// The record of the current row; empty if a value that must be there is null, because the object was dropped while
    /// the server described it.
    Optional<F> map(ResultSet row) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[cells.size()];
        for (int i = 0; i < values.length; i++) {
            @Nullable Object value = cells.get(i).read(row);
            values[i] = row.wasNull() ? null : value;
            if (values[i] == null && !nullable.get(i)) {
                return Optional.empty();
            }
        }
        return Optional.of(make(constructor, values));
    }

    static <F> F make(Constructor<F> constructor, @Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "could not make a " + constructor.getDeclaringClass().getSimpleName(), e);
        }
    }

    static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    static String columnName(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private Cell cell(RecordComponent component, int position) {
        Class<?> type = component.getType();
        return switch (type.getSimpleName()) {
            case "boolean", "Boolean" -> row -> row.getBoolean(position);
            case "int", "Integer" -> row -> row.getInt(position);
            case "long", "Long" -> row -> row.getLong(position);
            case "double", "Double" -> row -> row.getDouble(position);
            case "String" -> row -> string(row.getString(position));
            case "Instant" -> row -> instant(row.getObject(position, OffsetDateTime.class));
            case "List" ->
                remembering(
                        position,
                        (row, text) -> List.of((Object[]) row.getArray(position).getArray()));
            default -> remembering(position, (row, word) -> constant(type, word));
        };
    }

    /// What costs something to read and recurs in thousands of rows is read once.
    private static Cell remembering(int position, Reading reading) {
        Map<String, Object> known = new HashMap<>();
        return row -> {
            @Nullable String text = row.getString(position);
            if (text == null) {
                return null;
            }
            @Nullable Object value = known.get(text);
            if (value == null) {
                value = reading.read(row, text);
                if (known.size() < VALUES_KEPT) {
                    known.put(text, value);
                }
            }
            return value;
        };
    }

    /// Names recur in thousands of rows; one copy of each is enough.
    private @Nullable String string(@Nullable String value) {
        if (value == null || strings.size() >= VALUES_KEPT) {
            return value;
        }
        return strings.computeIfAbsent(value, same -> same);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static Object constant(Class<?> type, String word) {
        String name = word.toUpperCase(Locale.ROOT).replace(' ', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type.getSimpleName() + " has no constant " + name));
    }

    static <F> Constructor<F> constructor(Class<F> type, RecordComponent[] components) {
        try {
            return type.getConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type.getSimpleName() + " is not a public record", e);
        }
    }

    private static int[] positions(Class<?> type, RecordComponent[] components, ResultSetMetaData columns)
            throws SQLException {
        Map<String, Integer> byName = new HashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            byName.put(columns.getColumnLabel(i), i);
        }
        List<String> names =
                Arrays.stream(components).map(RecordMapper::columnName).toList();
        if (!byName.keySet().equals(Set.copyOf(names))) {
            throw new IllegalStateException("columns of " + type.getSimpleName() + " are "
                    + new TreeSet<>(byName.keySet()) + " instead of " + new TreeSet<>(names));
        }
        return names.stream().mapToInt(byName::get).toArray();
    }
}
