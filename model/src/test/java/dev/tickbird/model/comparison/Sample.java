// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.comparison;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes facts of which a test says only what it is about: every other text is `x`, every number 1, every list empty,
/// and what may be null is.
final class Sample {

    private Sample() {}

    /// @param values what is to be different, by component
    static <F extends Record> F of(Class<F> type, Map<String, ?> values) {
        return make(
                type,
                Arrays.stream(type.getRecordComponents())
                        .map(component -> values.containsKey(component.getName())
                                ? values.get(component.getName())
                                : usual(component))
                        .toArray());
    }

    static <F extends Record> F of(Class<F> type) {
        return of(type, Map.of());
    }

    /// The same record, but for one component.
    static <F extends Record> F with(F record, String component, @Nullable Object value) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (RecordComponent each : record.getClass().getRecordComponents()) {
            values.put(each.getName(), read(record, each));
        }
        values.put(component, value);
        @SuppressWarnings("unchecked") // a record's class is final
        Class<F> type = (Class<F>) record.getClass();
        return of(type, values);
    }

    /// The same record with another value in one component.
    static <F extends Record> F otherwise(F record, RecordComponent component) {
        return with(record, component.getName(), other(component, read(record, component)));
    }

    private static <F extends Record> F make(Class<F> type, Object[] values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("could not make a " + type.getSimpleName(), e);
        }
    }

    private static @Nullable Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("could not read " + component, e);
        }
    }

    private static @Nullable Object usual(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                ? null
                : usual(component.getType(), component.getName());
    }

    private static Object usual(Class<?> type, String name) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return switch (type.getSimpleName()) {
            case "boolean", "Boolean" -> false;
            case "int", "Integer" -> 1;
            case "long", "Long" -> 1L;
            case "double", "Double" -> 1.0;
            case "float", "Float" -> 1.0f;
            case "String" -> "x";
            case "List" -> List.of();
            case "Instant" -> Instant.EPOCH;
            case "Duration" -> Duration.ZERO;
            default -> throw new IllegalStateException("no sample of " + type + " for " + name);
        };
    }

    private static Object other(RecordComponent component, @Nullable Object value) {
        return switch (value) {
            case null -> usual(component.getType(), component.getName());
            case Boolean yes -> !yes;
            case Integer number -> number + 1;
            case Long number -> number + 1;
            case Double number -> number + 1;
            case Float number -> number + 1;
            case String text -> text + "y";
            case List<?> list -> longer(component, list);
            case Instant instant -> instant.plusSeconds(1);
            case Duration duration -> duration.plusSeconds(1);
            case Enum<?> constant -> next(constant);
            default -> throw new IllegalStateException("no other value than " + value);
        };
    }

    private static List<Object> longer(RecordComponent component, List<?> list) {
        AnnotatedParameterizedType type = (AnnotatedParameterizedType) component.getAnnotatedType();
        Class<?> element = (Class<?>) type.getAnnotatedActualTypeArguments()[0].getType();
        List<Object> longer = new ArrayList<>(list);
        longer.add(usual(element, component.getName()));
        return longer;
    }

    private static Object next(Enum<?> constant) {
        return Arrays.stream(constant.getDeclaringClass().getEnumConstants())
                .filter(other -> other != constant)
                .findFirst()
                .orElseThrow();
    }
}
