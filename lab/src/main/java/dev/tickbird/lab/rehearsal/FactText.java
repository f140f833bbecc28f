// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Identifier;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Trigger;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Writes facts in words that stay the same when objects are made anew: no OID, no size, no age.
final class FactText {

    /// Components that hold the OID of another object; it is told by that object's name.
    private static final Set<String> POINTERS =
            Set.of("relation", "parent", "index", "domain", "family", "referenced", "constraint", "defaultPartition");

    /// Components that say nothing about how a thing is defined: OIDs that a name tells beside them, statistics, ages,
    /// how far sequences and columns have been numbered, where a line stands in a file, what the examiner may do.
    private static final Set<String> LEFT_OUT = Set.of(
            "oid",
            "toast",
            "array",
            "typeOid",
            "function",
            "rows",
            "pages",
            "allVisiblePages",
            "frozenAge",
            "multixactAge",
            "lastValue",
            "lastColumn",
            "readable",
            "bytes",
            "line",
            "sequence",
            "file");

    /// What an object is called beside its kind.
    private static final Set<String> NAMING = Set.of(
            "schema",
            "name",
            "relation",
            "arguments",
            "number",
            "kind",
            "identity",
            "role",
            "member",
            "source",
            "target",
            "grantee",
            "grantor",
            "privilege",
            "publication",
            "server",
            "left",
            "right",
            "method",
            "column",
            "database",
            "domain",
            "parent",
            "constraint");

    private final Map<Long, String> names = new HashMap<>();
    private final Map<Long, SortedSet<Integer>> columns = new HashMap<>();
    private final Map<Class<?>, Kind> kinds = new HashMap<>();

    /// A kind of fact.
    ///
    /// @param word what it is called
    /// @param accessors of its components, in order
    private record Kind(String word, Map<String, Method> accessors) {

        static Kind of(Class<?> fact) {
            Map<String, Method> accessors = new LinkedHashMap<>();
            for (RecordComponent component : fact.getRecordComponents()) {
                accessors.put(component.getName(), component.getAccessor());
            }
            String word = fact.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
            return new Kind(word.toLowerCase(Locale.ROOT), accessors);
        }
    }

    /// A fact in words.
    ///
    /// @param name unlike that of anything else of its kind, if PostgreSQL has a name for it
    record Written(String name, Map<String, String> properties) {}

    FactText(Snapshot snapshot, Collection<Class<? extends Fact>> facts) {
        for (Class<? extends Fact> fact : facts) {
            if (snapshot.observed().contains(fact)) {
                snapshot.all(fact).forEach(this::remember);
            }
        }
        if (snapshot.observed().contains(Column.class)) {
            snapshot.all(Column.class)
                    .forEach(column -> columns.computeIfAbsent(column.relation(), it -> new TreeSet<>())
                            .add(column.number()));
        }
    }

    private void remember(Fact fact) {
        Map<String, Method> accessors = kind(fact).accessors();
        if (!accessors.containsKey("oid") || !accessors.containsKey("name")) {
            return;
        }
        Map<String, @Nullable Object> values = values(fact);
        if (values.get("oid") instanceof Long oid && values.get("name") instanceof String name) {
            Object schema = values.get("schema");
            names.putIfAbsent(
                    oid,
                    schema instanceof String where
                            ? new QualifiedName(where, name).toString()
                            : Identifier.quoted(name));
        }
    }

    Written write(Fact fact) {
        Map<String, @Nullable Object> values = values(fact);
        StringBuilder name = new StringBuilder(kind(fact).word());
        Map<String, String> properties = new LinkedHashMap<>();
        values.forEach((component, value) -> {
            String text = value == null ? "" : text(component, value, values);
            if (NAMING.contains(component) && value != null) {
                name.append(' ').append(text);
            }
            if (!isLeftOut(component, value)) {
                properties.put(component, text);
            }
        });
        return new Written(name.toString(), properties);
    }

    /// A rule's or cast's function is a name already, and the rows that a function is expected to give are declared.
    private static boolean isLeftOut(String component, @Nullable Object value) {
        return LEFT_OUT.contains(component) && !(value instanceof String) && !(value instanceof Double);
    }

    private String text(String component, Object value, Map<String, @Nullable Object> values) {
        if (value instanceof Long oid && POINTERS.contains(component)) {
            return names.getOrDefault(oid, "an object that was not seen");
        }
        if (value instanceof Integer number && (component.equals("number") || component.equals("column"))) {
            return rank(values.get("relation"), values.get("oid"), number);
        }
        return value.toString();
    }

    /// The place of a column among those that are left.
    private String rank(@Nullable Object relation, @Nullable Object oid, int number) {
        Object owner = relation instanceof Long ? relation : oid;
        SortedSet<Integer> all = owner instanceof Long table ? columns.get(table) : null;
        return all == null || !all.contains(number)
                ? String.valueOf(number)
                : String.valueOf(all.headSet(number).size() + 1);
    }

    private Kind kind(Fact fact) {
        return kinds.computeIfAbsent(fact.getClass(), Kind::of);
    }

    private Map<String, @Nullable Object> values(Fact fact) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        kind(fact).accessors().forEach((component, accessor) -> {
            try {
                values.put(component, accessor.invoke(fact));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("could not read " + fact, e);
            }
        });
        return fact instanceof Trigger trigger && trigger.internal() ? withoutNumber(values) : values;
    }

    /// PostgreSQL names the triggers of foreign keys by their OIDs. They are told by the constraint and what they call.
    private static Map<String, @Nullable Object> withoutNumber(Map<String, @Nullable Object> trigger) {
        trigger.put("name", "of " + trigger.get("functionName"));
        trigger.put("parent", null);
        trigger.put("definition", null);
        return trigger;
    }
}
