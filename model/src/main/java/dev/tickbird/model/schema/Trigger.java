// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.OfRelation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A trigger of a table or view. Those that PostgreSQL made to enforce constraints are told by these, and are here only
/// if somebody has changed when they fire.
///
/// @param relation the OID of its table or view
/// @param parent the OID of the trigger on the partitioned parent that this one follows; null for one of its own
/// @param function the OID of the function it calls
/// @param functionName the function's name, schema-qualified unless built in
/// @param events of `insert`, `update`, `delete`, `truncate`
/// @param columns the columns of `update of`; empty if every update counts
/// @param forEachRow otherwise once a statement
/// @param conditional whether it has a `when` condition
/// @param internal whether PostgreSQL made it to enforce a constraint
/// @param constraint the OID of the constraint it enforces or is; null if none
/// @param definition the statement that creates it; null if it is internal, or conditional and somebody holds
/// the table exclusively
public record Trigger(
        long oid,
        String name,
        long relation,
        @Nullable Long parent,
        long function,
        String functionName,
        Timing timing,
        List<String> events,
        List<String> columns,
        boolean forEachRow,
        boolean conditional,
        Firing firing,
        boolean internal,
        @Nullable Long constraint,
        boolean deferrable,
        boolean initiallyDeferred,
        @Nullable String definition)
        implements OfRelation {

    public enum Timing {
        BEFORE,
        AFTER,
        INSTEAD_OF
    }

    public Trigger {
        events = List.copyOf(events);
        columns = List.copyOf(columns);
    }
}
