// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.server;

import dev.tickbird.model.Fact;
import org.jspecify.annotations.Nullable;

/// A setting that `alter database … set` or `alter role … set` gives to new sessions. Secrets in values are masked.
///
/// @param database null for every database
/// @param role null for every role
public record SettingOverride(
        @Nullable String database, @Nullable String role, String name, String value) implements Fact {}
