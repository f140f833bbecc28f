// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

/// A query to be planned.
///
/// @param name what the answer calls it
/// @param sql one statement; its constants may be `$1`, `$2`, …
public record Query(String name, String sql) {}
