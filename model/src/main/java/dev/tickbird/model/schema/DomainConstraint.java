// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.FromExtension;
import org.jspecify.annotations.Nullable;

/// A check of a domain.
///
/// @param domain the OID of the domain
/// @param validated whether every value has been checked
/// @param definition as `pg_get_constraintdef` writes it
public record DomainConstraint(
        long oid,
        long domain,
        String name,
        boolean validated,
        String definition,
        @Nullable String extension) implements FromExtension {}
