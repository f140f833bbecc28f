// SPDX-License-Identifier: Apache-2.0
/// What makes stored data wrong, unreadable, or no longer found: checksums, collations, releases that spoil data.
///
/// In come versions, settings and counters of the server, out go findings. Start at
/// {@link dev.tickbird.rules.integrity.CollationVersionMismatch}. What is known of releases is in
/// `releases.properties`, with the day of that knowledge; {@link dev.tickbird.rules.integrity.Releases} reads it.
///
/// Must stay true: nothing here reads the data, so no rule says that it is sound.
package dev.tickbird.rules.integrity;
