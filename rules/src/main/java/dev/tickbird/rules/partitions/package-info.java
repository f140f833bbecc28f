// SPDX-License-Identifier: Apache-2.0
/// Partitioned tables: parts that are missing, will be missing, or hold what belongs elsewhere.
///
/// In come partitioned tables, their parts and bounds, out go findings. Start at [FilledDefaultPartition]; [Ranges]
/// knows what follows what, [RangeBound] what a bound means.
///
/// Must stay true: bounds are compared by what they mean, never as text, and an archive may end where it likes.
package dev.tickbird.rules.partitions;
