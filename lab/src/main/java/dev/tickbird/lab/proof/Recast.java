// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.proof;

import dev.tickbird.model.Fact;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Makes records anew with some of their components otherwise, whatever their class.
final class Recast {

    private static final Map<Class<?>, Recast> KNOWN = new ConcurrentHashMap<>();

    private final RecordComponent[] components;
    private final Constructor<?> constructor;

    /// What becomes of a component.
    interface Change {
        @Nullable
        Object of(String component, @Nullable Object value);
    }

    private Recast(Class<?> fact) {
        components = fact.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
        }
        try {
            constructor = fact.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(fact + " is no record", e);
        }
    }

    private static Recast of(Class<?> fact) {
        return KNOWN.computeIfAbsent(fact, Recast::new);
    }

    /// Whether facts of a class have one of these components.
    static boolean has(Class<? extends Fact> fact, Set<String> names) {
        for (RecordComponent component : of(fact).components) {
            if (names.contains(component.getName())) {
                return true;
            }
        }
        return false;
    }

    /// The value of a component; null if there is none of that name.
    static @Nullable Object value(Fact fact, String name) {
        for (RecordComponent component : of(fact.getClass()).components) {
            if (component.getName().equals(name)) {
                return read(component, fact);
            }
        }
        return null;
    }

    static Fact with(Fact fact, Change change) {
        Recast recast = of(fact.getClass());
        @Nullable Object[] values = new Object[recast.components.length];
        for (int i = 0; i < values.length; i++) {
            RecordComponent component = recast.components[i];
            values[i] = change.of(component.getName(), read(component, fact));
        }
        try {
            return (Fact) recast.constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("could not make " + fact + " anew", e);
        }
    }

    private static @Nullable Object read(RecordComponent component, Fact fact) {
        try {
            return component.getAccessor().invoke(fact);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("could not read " + fact, e);
        }
    }
}
