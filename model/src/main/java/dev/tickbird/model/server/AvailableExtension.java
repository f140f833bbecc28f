// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.server;

import dev.tickbird.model.Fact;
import org.jspecify.annotations.Nullable;

/// An extension whose files are on the server, installed in this database or not.
///
/// @param defaultVersion what `create extension` and `alter extension … update` would install; null if they do not say
/// @param installedVersion null if it is not installed in this database
/// @param superuser whether only a superuser may install it, `trusted` left aside; null if it has no default version
/// @param trusted whether anybody who may create objects in the database may install it
public record AvailableExtension(
        String name,
        @Nullable String defaultVersion,
        @Nullable String installedVersion,
        @Nullable Boolean superuser,
        @Nullable Boolean trusted,
        @Nullable String comment)
        implements Fact {}
