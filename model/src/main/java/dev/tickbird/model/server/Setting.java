// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.server;

import dev.tickbird.model.Fact;
import org.jspecify.annotations.Nullable;

/// A setting as this session sees it, with where its value comes from.
///
/// @param value in the setting's own unit, as `pg_settings` shows it
/// @param source `default`, `configuration file`, `command line`, `database`, `user`, …
/// @param context what it takes to change it: `postmaster` is a restart, `sighup` a reload, …
public record Setting(
        String name,
        String value,
        @Nullable String unit,
        String category,
        String type,
        String context,
        String source,
        @Nullable String minimum,
        @Nullable String maximum,
        @Nullable String bootValue,
        @Nullable String resetValue,
        @Nullable String sourceFile,
        @Nullable Integer sourceLine,
        boolean pendingRestart)
        implements Fact {

    public boolean isDefault() {
        return source.equals("default");
    }

    public boolean needsRestart() {
        return context.equals("postmaster");
    }
}
