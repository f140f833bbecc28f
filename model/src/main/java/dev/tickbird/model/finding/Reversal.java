// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.finding;

import java.util.Locale;

/// Whether and how a remedy is taken back.
public enum Reversal {
    /// It has a rollback.
    ROLLBACK,
    /// What it ends or throws away does not come back.
    IMPOSSIBLE,
    /// Nothing leads back from what it makes of what is there.
    ONE_WAY,
    /// It leaves nothing behind that could be in somebody's way.
    NEEDLESS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
