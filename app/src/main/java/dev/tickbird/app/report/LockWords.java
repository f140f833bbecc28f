// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;

/// What a lock means to those who use the table meanwhile, in words for a tired person.
public final class LockWords {

    private LockWords() {}

    public static String of(Impact.RelationLock lock) {
        return effect(lock.mode(), lock.relation().toString(), "while it waits and runs") + " (" + lock.mode() + ")";
    }

    /// @param length of time, which is told of what holds up more than other schema changes
    static String effect(LockMode mode, String relation, String length) {
        return switch (mode) {
            case ACCESS_SHARE, ROW_SHARE, ROW_EXCLUSIVE -> "blocks nothing but schema changes of " + relation;
            case SHARE_UPDATE_EXCLUSIVE ->
                "blocks nothing but vacuum and other schema changes of " + relation + "; reads and writes go on";
            case SHARE, SHARE_ROW_EXCLUSIVE -> "blocks writes to " + relation + ' ' + length + "; reads go on";
            case EXCLUSIVE ->
                "blocks writes to " + relation + " and reads that lock rows " + length + "; plain reads go on";
            case ACCESS_EXCLUSIVE -> "blocks reads and writes of " + relation + ' ' + length;
        };
    }
}
