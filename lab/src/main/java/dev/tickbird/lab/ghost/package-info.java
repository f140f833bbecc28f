// SPDX-License-Identifier: Apache-2.0
/// The face of the twin that the planner takes for the source: statistics, sizes and first pages without rows.
///
/// In comes a snapshot and a database that has its schema and no rows. [Ghost#appearIn] gives it the source's
/// `pg_class` counters, `pg_statistic` rows, files of the same length that use no disk, and the few pages that the
/// planner reads; out come the gaps, where something could not be made exact. [HypotheticalIndexes] adds indexes that
/// the source does not have, as large and high as they would be; [Growth] lets tables grow first. Start reading at
/// [Ghost]; how each number reaches the planner stands in docs/internals/ghosts.md.
///
/// Must stay true: files are made under new numbers, which no buffer knows, so a running server sees the old face or
/// the new one, nothing between; what fails leaves the old. A ghost is for EXPLAIN only.
package dev.tickbird.lab.ghost;
