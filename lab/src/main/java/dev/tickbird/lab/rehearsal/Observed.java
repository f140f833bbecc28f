// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import java.time.Duration;
import java.util.List;

/// What one statement was seen to do.
///
/// @param transaction the number of its transaction in the script, from 1; statements that share it hold the locks of
///     all before them
/// @param alone whether it cannot run in a transaction block; what it locks it may let go of before it ends
/// @param locks what it took that its transaction did not hold yet as strongly
/// @param outwaits whether it waited for the transactions of others that were older, without a lock of theirs being in
///     its way
/// @param took how long it ran here, where tables are empty; only good to compare with the others
public record Observed(
        String sql,
        Place place,
        int transaction,
        boolean alone,
        List<LockTaken> locks,
        boolean outwaits,
        Work work,
        Duration took) {

    public Observed {
        locks = List.copyOf(locks);
    }
}
