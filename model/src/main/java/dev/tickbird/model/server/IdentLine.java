// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.server;

import dev.tickbird.model.Fact;
import org.jspecify.annotations.Nullable;

/// A line of `pg_ident.conf`, or of a file that it includes: which operating system user may be which role. Known from
/// PostgreSQL 15 on.
///
/// @param rule its number among the maps in force; null before PostgreSQL 16 and for a line with an error
/// @param file null before PostgreSQL 16
public record IdentLine(
        @Nullable Integer rule,
        @Nullable String file,
        int line,
        @Nullable String map,
        @Nullable String systemUser,
        @Nullable String role,
        @Nullable String error)
        implements Fact {}
