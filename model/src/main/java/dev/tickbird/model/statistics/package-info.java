// SPDX-License-Identifier: Apache-2.0
/// What the server has counted and what its planner knows: reads, writes, sizes, statements, checkpoints, values.
///
/// Each record here is a fact: its components are the columns of one `.sql` file in `observe`.
/// Start at `TableStatistics`.
///
/// Must stay true: a counter proves nothing without the time since when it counts, which for most of them is
/// `Server#statisticsSince`; what a version does not count is null, not zero.
package dev.tickbird.model.statistics;
