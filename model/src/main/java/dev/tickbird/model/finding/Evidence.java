// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.finding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The numbers and words a finding rests on, named, in order. The first number says how much the finding costs compared
/// with others of its rule; reports list the costliest first.
public record Evidence(Map<String, Object> values) {

    public static final Evidence NONE = new Evidence(Map.of());

    public Evidence {
        values.values().forEach(Evidence::requirePlain);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static Evidence of(String name, Object value) {
        return NONE.and(name, value);
    }

    public Evidence and(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Evidence(more);
    }

    public double weight() {
        return values.values().stream()
                .filter(Number.class::isInstance)
                .mapToDouble(value -> ((Number) value).doubleValue())
                .findFirst()
                .orElse(0);
    }

    private static void requirePlain(Object value) {
        if (!(value instanceof Number || value instanceof String || value instanceof Boolean)) {
            throw new IllegalArgumentException("evidence must be a number, a text or a boolean: " + value);
        }
    }
}
