// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.Fact;
import org.jspecify.annotations.Nullable;

/// A function or an operator that came with PostgreSQL or with an extension and seems to have been altered since.
///
/// @param kind `function` or `operator`
/// @param name with its schema and the types of its arguments
/// @param extension what it came with; null for PostgreSQL itself
/// @param definition the statement that makes one that is as it came what it is now, for the planner
public record AlteredRoutine(
        long oid, String kind, String name, @Nullable String extension, String definition) implements Fact {}
