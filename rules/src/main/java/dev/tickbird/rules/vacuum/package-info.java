// SPDX-License-Identifier: Apache-2.0
/// What keeps vacuum from its work or makes it slow, and what follows: bloat, wraparound.
///
/// In come ages of databases and tables, who holds them back, what vacuum does now, and what the planner knows of rows,
/// out go findings. Start at [HeldXminHorizon]; [XminHolder] knows everybody who can keep dead rows, [FreezeClock] the
/// two counters that wrap around, [OverdueTable] how long a table has waited for autovacuum at least.
///
/// Must stay true: who holds the horizon back must let go before freezing helps, so the remedy names them first.
/// Where the size of rows must be guessed, it is guessed too large, so that no healthy table looks bloated. What
/// autovacuum does every day is no finding.
package dev.tickbird.rules.vacuum;
