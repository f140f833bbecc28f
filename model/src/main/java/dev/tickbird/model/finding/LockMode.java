// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.finding;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// PostgreSQL's table lock modes, weakest first, and what each blocks.
public enum LockMode {
    ACCESS_SHARE("AccessShareLock"),
    ROW_SHARE("RowShareLock"),
    ROW_EXCLUSIVE("RowExclusiveLock"),
    SHARE_UPDATE_EXCLUSIVE("ShareUpdateExclusiveLock"),
    SHARE("ShareLock"),
    SHARE_ROW_EXCLUSIVE("ShareRowExclusiveLock"),
    EXCLUSIVE("ExclusiveLock"),
    ACCESS_EXCLUSIVE("AccessExclusiveLock");

    private final String inPgLocks;

    LockMode(String inPgLocks) {
        this.inPgLocks = inPgLocks;
    }

    /// The mode of this name in `pg_locks`.
    public static LockMode of(String inPgLocks) {
        return Arrays.stream(values())
                .filter(mode -> mode.inPgLocks.equals(inPgLocks))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no lock mode of tables: " + inPgLocks));
    }

    /// The modes that another session cannot get while this one is held.
    public Set<LockMode> blocks() {
        return switch (this) {
            case ACCESS_SHARE -> EnumSet.of(ACCESS_EXCLUSIVE);
            case ROW_SHARE -> EnumSet.range(EXCLUSIVE, ACCESS_EXCLUSIVE);
            case ROW_EXCLUSIVE -> EnumSet.range(SHARE, ACCESS_EXCLUSIVE);
            case SHARE_UPDATE_EXCLUSIVE -> EnumSet.range(SHARE_UPDATE_EXCLUSIVE, ACCESS_EXCLUSIVE);
            case SHARE -> {
                Set<LockMode> blocked = EnumSet.range(ROW_EXCLUSIVE, ACCESS_EXCLUSIVE);
                blocked.remove(SHARE);
                yield blocked;
            }
            case SHARE_ROW_EXCLUSIVE -> EnumSet.range(ROW_EXCLUSIVE, ACCESS_EXCLUSIVE);
            case EXCLUSIVE -> EnumSet.range(ROW_SHARE, ACCESS_EXCLUSIVE);
            case ACCESS_EXCLUSIVE -> EnumSet.allOf(LockMode.class);
        };
    }

    public boolean blocksReads() {
        return blocks().contains(ACCESS_SHARE);
    }

    public boolean blocksWrites() {
        return blocks().contains(ROW_EXCLUSIVE);
    }

    /// The name that `pg_locks` shows.
    @Override
    public String toString() {
        return inPgLocks;
    }
}
