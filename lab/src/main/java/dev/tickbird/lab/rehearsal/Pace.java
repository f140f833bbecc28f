// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import dev.tickbird.model.finding.Words;

/// How fast the real server is taken to work, for want of having measured it.
///
/// @param read bytes a second of a table that is read from end to end
/// @param written bytes a second of what is written anew, its WAL included
public record Pace(long read, long written) {

    /// A middling disk, nobody else at work.
    public static final Pace USUAL = new Pace(200L << 20, 50L << 20);

    @Override
    public String toString() {
        return "reading " + Words.bytes(read) + " a second, writing " + Words.bytes(written);
    }
}
