// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.FromExtension;
import dev.tickbird.model.QualifiedName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whatever holds rows: ordinary, partitioned and foreign tables, and materialized views.
///
/// @param parent the OID of the partitioned or inherited parent; null if there is none
/// @param partition whether it is a partition of its parent
/// @param rows the planner's estimate; -1 if the table was never analyzed
/// @param pages its length when last vacuumed or analyzed, in blocks
/// @param frozenAge transactions since its oldest unfrozen row version, TOAST included; null where there are no rows
/// @param toast the OID of its TOAST table; null if it has none
/// @param lastColumn the highest number of a column, dropped ones included; null where an older snapshot lacks it
/// @param ofType the type that it is a table of, as `format_type` writes it; null if its columns are its own
/// @param readable whether the examining role may select from it
public record Table(
        long oid,
        String schema,
        String name,
        Kind kind,
        Persistence persistence,
        String owner,
        @Nullable Long parent,
        boolean partition,
        boolean rowSecurity,
        boolean forcedRowSecurity,
        ReplicaIdentity replicaIdentity,
        long rows,
        long pages,
        long allVisiblePages,
        @Nullable Long frozenAge,
        @Nullable Long multixactAge,
        @Nullable Long toast,
        @Nullable String accessMethod,
        @Nullable String tablespace,
        List<String> options,
        List<String> toastOptions,
        @Nullable Integer lastColumn,
        @Nullable String ofType,
        boolean readable,
        @Nullable String extension)
        implements FromExtension {

    public enum Kind {
        ORDINARY,
        PARTITIONED,
        FOREIGN,
        MATERIALIZED_VIEW
    }

    public enum Persistence {
        PERMANENT,
        UNLOGGED,
        TEMPORARY
    }

    public enum ReplicaIdentity {
        DEFAULT,
        NOTHING,
        FULL,
        INDEX
    }

    public QualifiedName qualifiedName() {
        return new QualifiedName(schema, name);
    }

    /// Whether it is a table that people write to: ordinary or partitioned.
    public boolean isWritten() {
        return kind == Kind.ORDINARY || kind == Kind.PARTITIONED;
    }

    /// A storage parameter, such as `fillfactor`.
    public Optional<String> option(String parameter) {
        return Options.value(options, parameter);
    }
}
