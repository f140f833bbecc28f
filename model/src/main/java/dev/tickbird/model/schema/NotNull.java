// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.OfRelation;

/// A not-null constraint that says more than that its column is not null, from PostgreSQL 18 on: it has a name of its
/// own, or is inherited, or is not. One that is not valid yet is a `Constraint`.
///
/// @param relation the OID of its table
/// @param inheritable whether children get it
/// @param inherited whether a parent has it too
/// @param local whether it was declared on the table itself
public record NotNull(
        long oid, String name, long relation, String column, boolean inheritable, boolean inherited, boolean local)
        implements OfRelation {}
