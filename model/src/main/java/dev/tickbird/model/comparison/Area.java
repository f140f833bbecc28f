// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.comparison;

import java.util.Locale;

/// Where a difference belongs.
public enum Area {
    SCHEMA,
    SETTINGS,
    ROLES;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
