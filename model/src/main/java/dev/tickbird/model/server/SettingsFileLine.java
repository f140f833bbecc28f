// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.server;

import dev.tickbird.model.Fact;
import org.jspecify.annotations.Nullable;

/// A setting in the server's configuration files. Secrets in values are masked.
///
/// @param sequence the order in which the lines are read; the last one of a name rules
/// @param name null for a line that could not be read
/// @param applied whether the value is in force, or would be after a reload
/// @param error why the server could not use the line; null if it could
public record SettingsFileLine(
        @Nullable String file,
        @Nullable Integer line,
        int sequence,
        @Nullable String name,
        @Nullable String value,
        boolean applied,
        @Nullable String error)
        implements Fact {}
