// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.statistics;

import dev.tickbird.model.Fact;

/// The words of a statement, with `$1` for its constants. Passwords that a command spells out are masked.
///
/// @param text cut off by nobody but the server
public record StatementText(long queryId, String text) implements Fact {

    /// How the statements end with which Tickbird itself reads a server. A comment in front would not do:
    /// pg_stat_statements leaves it out from PostgreSQL 18 on.
    public static final String MARK = "\n/* tickbird */";

    /// Whether it is Tickbird's own, and so says nothing of what the server is used for.
    public boolean isOwn() {
        return text.endsWith(MARK);
    }
}
