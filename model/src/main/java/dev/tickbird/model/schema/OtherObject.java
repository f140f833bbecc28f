// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.FromExtension;
import org.jspecify.annotations.Nullable;

/// An object of a kind that few databases have: an access method, a text search parser or template, a conversion
/// or a transform.
///
/// @param kind as PostgreSQL calls it
/// @param identity its name, or what else tells it from others of its kind
/// @param owner null where its kind has none
/// @param definition the statement that creates it
public record OtherObject(
        long oid,
        String kind,
        String identity,
        @Nullable String owner,
        String definition,
        @Nullable String extension) implements FromExtension {}
