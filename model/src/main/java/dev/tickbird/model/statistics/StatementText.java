// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.statistics;

import dev.tickbird.model.Fact;

/// The words of a statement, with `$1` for its constants. Passwords that a command spells out are masked.
///
/// @param text cut off by nobody but the server
public record StatementText(long queryId, String text) implements Fact {}
