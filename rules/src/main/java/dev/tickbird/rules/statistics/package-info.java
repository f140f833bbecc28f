// SPDX-License-Identifier: Apache-2.0
/// What the planner knows about the data, and what it does not.
///
/// In come statistics, the changes since they were gathered, and what queries returned; out go findings. Start at
/// {@link dev.tickbird.rules.statistics.MissingStatistics}. {@link dev.tickbird.rules.statistics.Autoanalyze} tells
/// what autovacuum will do by itself, {@link dev.tickbird.rules.statistics.Surprise} what a query has returned beside
/// what the planner could have expected.
///
/// Must stay true: an estimate that no query depends on is no defect, and what autovacuum will soon do needs no person.
package dev.tickbird.rules.statistics;
