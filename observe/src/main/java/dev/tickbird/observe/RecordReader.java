// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe;

import dev.tickbird.model.Fact;
import java.io.Serial;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;

/// Makes records of JSON objects: property `rowSecurity` fills component `rowSecurity`. Properties that no
/// component has are passed over.
final class RecordReader<F extends Fact> {

    private static final int STRINGS_KEPT = 20_000;

    /// A value is not what its component needs.
    static final class Mismatch extends Exception {
        @Serial
        private static final long serialVersionUID = 1L;

        Mismatch(String message) {
            super(message);
        }
    }

    private final RecordComponent[] components;
    private final Constructor<F> constructor;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, String> strings = new HashMap<>();

    RecordReader(Class<F> type) {
        components = type.getRecordComponents();
        constructor = RecordMapper.constructor(type, components);
        for (int i = 0; i < components.length; i++) {
            positions.put(components[i].getName(), i);
        }
    }

    /// The record that begins at the current token; empty if a component that must be there is missing.
    Optional<F> read(JsonParser json) throws Mismatch {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new Mismatch("it is no object");
        }
        @Nullable Object[] values = new @Nullable Object[components.length];
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            @Nullable Integer position = positions.get(name);
            if (position == null) {
                json.skipChildren();
            } else {
                values[position] = value(components[position], json);
            }
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && !RecordMapper.isNullable(components[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(RecordMapper.make(constructor, values));
    }

    private @Nullable Object value(RecordComponent component, JsonParser json) throws Mismatch {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            if (RecordMapper.isNullable(component)) {
                return null;
            }
            throw new Mismatch("\"" + component.getName() + "\" is null");
        }
        try {
            return value(component.getGenericType(), json);
        } catch (Mismatch | InputCoercionException | DateTimeException | IllegalArgumentException e) {
            throw new Mismatch("\"" + component.getName() + "\" has a value of the wrong kind");
        }
    }

    private Object value(Type type, JsonParser json) throws Mismatch {
        if (type instanceof ParameterizedType generic) {
            return list(generic.getActualTypeArguments()[0], json);
        }
        Class<?> simple = (Class<?>) type;
        return switch (simple.getSimpleName()) {
            case "boolean", "Boolean" -> bool(json);
            case "int", "Integer" -> integer(json).getIntValue();
            case "long", "Long" -> integer(json).getLongValue();
            case "double", "Double" -> real(json);
            case "String" ->
                strings.size() < STRINGS_KEPT ? strings.computeIfAbsent(text(json), same -> same) : text(json);
            case "Instant" -> Instant.parse(text(json));
            default -> constant(simple, text(json));
        };
    }

    private List<Object> list(Type element, JsonParser json) throws Mismatch {
        expect(json.currentToken() == JsonToken.START_ARRAY);
        List<Object> elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(element, json));
        }
        return List.copyOf(elements);
    }

    private static boolean bool(JsonParser json) throws Mismatch {
        expect(json.currentToken() == JsonToken.VALUE_TRUE || json.currentToken() == JsonToken.VALUE_FALSE);
        return json.getBooleanValue();
    }

    private static JsonParser integer(JsonParser json) throws Mismatch {
        expect(json.currentToken() == JsonToken.VALUE_NUMBER_INT);
        return json;
    }

    /// Infinity and NaN are not numbers in JSON and stand there as text.
    private static double real(JsonParser json) throws Mismatch {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return Double.parseDouble(json.getString());
        }
        expect(json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT
                || json.currentToken() == JsonToken.VALUE_NUMBER_INT);
        return json.getDoubleValue();
    }

    private static String text(JsonParser json) throws Mismatch {
        expect(json.currentToken() == JsonToken.VALUE_STRING);
        return json.getString();
    }

    private static Object constant(Class<?> type, String name) throws Mismatch {
        if (!type.isEnum()) {
            throw new IllegalStateException(type.getSimpleName() + " cannot be read from a snapshot file");
        }
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new Mismatch("no constant " + name);
    }

    private static void expect(boolean condition) throws Mismatch {
        if (!condition) {
            throw new Mismatch("another kind of value");
        }
    }
}
