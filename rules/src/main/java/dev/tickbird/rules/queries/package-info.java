// SPDX-License-Identifier: Apache-2.0
/// What the server knows of its statements, and which of them cost most.
///
/// In come the counters and texts of the extension pg_stat_statements, out go findings. Start at
/// [DominantStatement]; [MissingStatementStatistics] says how to get the counters where there are none.
///
/// Must stay true: counters that are young show an hour, not the workload, and prove nothing; a statement is
/// judged by what all roles together spent on it in this database. Texts are shown on one line, cut, and never
/// run again.
package dev.tickbird.rules.queries;
