// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules;

import dev.tickbird.model.Bytes;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A rule's thresholds by name: the components of its record, `minAge` as `min-age`.
public final class Thresholds {

    private static final Pattern DURATION = Pattern.compile("(\\d+)\\s*(ms|s|min|h|d)");

    private Thresholds() {}

    /// Name and value of each threshold, in the order of the record's components.
    public static Map<String, Object> of(Rule rule) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : components(rule)) {
            values.put(name(component), valueOf(component, rule));
        }
        return values;
    }

    /// A threshold's value as `tickbird.toml` writes it: `"35 d"`, `0.7`.
    public static String written(Object value) {
        return switch (value) {
            case Duration duration -> '"' + written(duration) + '"';
            case Bytes bytes -> '"' + bytes.toString().replace("bytes", "B") + '"';
            default -> value.toString();
        };
    }

    private static String written(Duration duration) {
        if (duration.toMillisPart() != 0) {
            return duration.toMillis() + " ms";
        }
        if (duration.isZero() || duration.toSecondsPart() != 0) {
            return duration.toSeconds() + " s";
        }
        if (duration.toMinutesPart() != 0) {
            return duration.toMinutes() + " min";
        }
        return duration.toHoursPart() != 0 ? duration.toHours() + " h" : duration.toDays() + " d";
    }

    /// The same rule with some thresholds set otherwise.
    ///
    /// @throws IllegalArgumentException if a value cannot be read as its threshold's type; the message names both
    public static Rule with(Rule rule, Map<String, String> changes) {
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : components(rule)) {
            @Nullable String change = changes.get(name(component));
            values.add(change == null ? valueOf(component, rule) : parsed(component, change));
        }
        Class<?>[] types =
                Arrays.stream(components(rule)).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return rule.getClass().getConstructor(types).newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("rule " + rule.slug() + " is not a public record", e);
        }
    }

    private static RecordComponent[] components(Rule rule) {
        RecordComponent @Nullable [] components = rule.getClass().getRecordComponents();
        if (components == null) {
            throw new IllegalStateException("rule " + rule.slug() + " is not a record");
        }
        return components;
    }

    private static String name(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Object valueOf(RecordComponent component, Rule rule) {
        try {
            return component.getAccessor().invoke(rule);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("rule " + rule.slug() + " is not a public record", e);
        }
    }

    private static Object parsed(RecordComponent component, String text) {
        try {
            return switch (component.getType().getSimpleName()) {
                case "Duration" -> duration(text);
                case "Bytes" -> Bytes.parse(text);
                case "long" -> Long.parseLong(text);
                case "int" -> Integer.parseInt(text);
                case "double" -> Double.parseDouble(text);
                default -> throw new IllegalStateException("a threshold cannot be a " + component.getType());
            };
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "threshold \"" + name(component) + "\" cannot be \"" + text + "\"; "
                            + expected(component.getType()),
                    e);
        }
    }

    private static String expected(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "Duration" -> "write a duration such as 20 ms, 30 s, 15 min, 6 h or 7 d";
            case "Bytes" -> "write a size such as 512 kB, 10 MB or 2 GB";
            default -> "write a number";
        };
    }

    private static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text.strip());
        if (!matcher.matches()) {
            throw new NumberFormatException(text);
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "min" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
