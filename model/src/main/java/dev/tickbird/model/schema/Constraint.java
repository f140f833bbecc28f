// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.OfRelation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A constraint of a table: primary key, unique, check, exclusion, and from PostgreSQL 18 on a not null that
/// is not valid yet; valid ones are told by their `Column`, and `NotNull`. Foreign keys are `ForeignKey`, constraint
/// triggers are `Trigger`.
///
/// @param relation the OID of its table
/// @param columns the columns it names, in order; an expression of an exclusion is an empty name
/// @param index the OID of the index that enforces it; null if none does
/// @param parent the OID of the constraint on the partitioned parent that this one follows; null for one of its own
/// @param validated whether every row has been checked
/// @param enforced whether new rows are checked; always so before PostgreSQL 18
/// @param inheritable whether children get it
/// @param inherited whether a parent has it too
/// @param local whether it was declared on the table itself
/// @param withoutOverlaps whether its last column is a period, from PostgreSQL 18 on
/// @param definition as `pg_get_constraintdef` writes it; null for a check or exclusion while somebody holds
/// the table exclusively
public record Constraint(
        long oid,
        String name,
        long relation,
        Kind kind,
        List<String> columns,
        @Nullable Long index,
        @Nullable Long parent,
        boolean deferrable,
        boolean initiallyDeferred,
        boolean validated,
        boolean enforced,
        boolean inheritable,
        boolean inherited,
        boolean local,
        boolean withoutOverlaps,
        @Nullable String definition)
        implements OfRelation {

    public enum Kind {
        CHECK,
        EXCLUSION,
        NOT_NULL,
        PRIMARY_KEY,
        UNIQUE
    }

    public Constraint {
        columns = List.copyOf(columns);
    }

    /// Whether queries may rely on it: it holds for old rows and new ones.
    public boolean holds() {
        return validated && enforced;
    }
}
