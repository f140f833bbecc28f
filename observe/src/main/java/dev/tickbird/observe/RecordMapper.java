// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe;

import dev.tickbird.model.ArrayText;
import dev.tickbird.model.Fact;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
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
/// Rows are fetched as the text that the server wrote, so that another thread can map them meanwhile.
final class RecordMapper<F extends Fact> {

    private static final int VALUES_KEPT = 20_000;

    private interface Cell {
        Object of(String text);
    }

    private final Constructor<F> constructor;
    private final int[] positions;
    private final List<Cell> cells = new ArrayList<>();
    private final List<Boolean> times = new ArrayList<>(); // left to the driver, which knows how they are written
    private final List<Boolean> nullable = new ArrayList<>();
    private final Map<String, String> strings = new HashMap<>();

    RecordMapper(Class<F> type, ResultSetMetaData columns) throws SQLException {
        RecordComponent[] components = type.getRecordComponents();
        constructor = constructor(type, components);
        positions = positions(type, components, columns);
        for (RecordComponent component : components) {
            cells.add(cell(component));
            times.add(component.getType().equals(Instant.class));
            nullable.add(isNullable(component));
        }
    }

    /// What the server wrote in the current row, in the order of the components.
    @Nullable
    Object[] fetch(ResultSet row) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[positions.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = times.get(i)
                    ? instant(row.getObject(positions[i], OffsetDateTime.class))
                    : row.getString(positions[i]);
        }
        return values;
    }

    /// The record of a fetched row; empty if a value that must be there is null, because the object was dropped while
    /// the server described it. Asks neither the row nor the server any more.
    Optional<F> map(@Nullable Object[] fetched) {
        @Nullable Object[] values = new @Nullable Object[fetched.length];
        for (int i = 0; i < values.length; i++) {
            @Nullable Object value = fetched[i];
            if (value == null && !nullable.get(i)) {
                return Optional.empty();
            }
            values[i] = value instanceof String text ? cells.get(i).of(text) : value;
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

    private Cell cell(RecordComponent component) {
        Class<?> type = component.getType();
        return switch (type.getSimpleName()) {
            case "Instant" -> Instant::parse;
            case "String" -> this::string;
            case "List" -> {
                ParameterizedType list = (ParameterizedType) component.getGenericType();
                Cell element = value((Class<?>) list.getActualTypeArguments()[0]);
                yield remembering(text ->
                        ArrayText.elements(text).stream().map(element::of).toList());
            }
            default -> value(type);
        };
    }

    private static Cell value(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "boolean", "Boolean" -> text -> text.equals("t");
            case "int", "Integer" -> Integer::valueOf;
            case "long", "Long" -> Long::valueOf;
            case "double", "Double" -> Double::valueOf;
            case "String" -> text -> text;
            default -> remembering(word -> constant(type, word));
        };
    }

    /// What costs something to read and recurs in thousands of rows is read once.
    private static Cell remembering(Cell reading) {
        Map<String, Object> known = new HashMap<>();
        return text -> {
            @Nullable Object value = known.get(text);
            if (value == null) {
                value = reading.of(text);
                if (known.size() < VALUES_KEPT) {
                    known.put(text, value);
                }
            }
            return value;
        };
    }

    /// Names recur in thousands of rows; one copy of each is enough.
    private String string(String value) {
        return strings.size() >= VALUES_KEPT ? value : strings.computeIfAbsent(value, same -> same);
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
