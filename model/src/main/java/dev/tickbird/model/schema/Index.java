// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.OfRelation;
import dev.tickbird.model.QualifiedName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An index with all its properties. While somebody holds its table exclusively, the server would wait before it tells
/// expressions, predicate and definition; those that there are, are then empty.
///
/// @param relation the OID of its table
/// @param parent the OID of the partitioned index it belongs to; null if none
/// @param columns the key columns in order; an expression is an empty name
/// @param included the columns it only carries
/// @param operatorClasses one a key column, schema-qualified unless built in
/// @param collations one a key column; empty where the type has none
/// @param descending one a key column
/// @param nullsFirst one a key column
/// @param expressions the key expressions, as one text; null if there are none
/// @param predicate the condition of a partial index; null if it holds every row
/// @param constraint the constraint it backs; null if none
/// @param valid whether queries may use it
/// @param ready whether writes maintain it
/// @param definition as `pg_get_indexdef` writes it
public record Index(
        long oid,
        String schema,
        String name,
        long relation,
        @Nullable Long parent,
        String method,
        List<String> columns,
        List<String> included,
        List<String> operatorClasses,
        List<String> collations,
        List<Boolean> descending,
        List<Boolean> nullsFirst,
        @Nullable String expressions,
        @Nullable String predicate,
        boolean unique,
        boolean nullsNotDistinct,
        boolean primary,
        boolean exclusion,
        boolean immediate,
        @Nullable String constraint,
        boolean clustered,
        boolean valid,
        boolean ready,
        boolean live,
        boolean replicaIdentity,
        boolean partitioned,
        long rows,
        long pages,
        @Nullable String tablespace,
        List<String> options,
        String definition)
        implements OfRelation {

    public Index {
        columns = List.copyOf(columns);
        included = List.copyOf(included);
        operatorClasses = List.copyOf(operatorClasses);
        collations = List.copyOf(collations);
        descending = List.copyOf(descending);
        nullsFirst = List.copyOf(nullsFirst);
        options = List.copyOf(options);
    }

    public QualifiedName qualifiedName() {
        return new QualifiedName(schema, name);
    }

    /// Whether its expressions, predicate and definition could be read.
    public boolean isDescribed() {
        return !definition.isEmpty();
    }

    public boolean isPartial() {
        return predicate != null;
    }

    /// Whether dropping it would change what the data may be, not only how fast it is found.
    public boolean enforces() {
        return unique || exclusion || constraint != null;
    }

    public Optional<String> option(String parameter) {
        return Options.value(options, parameter);
    }
}
