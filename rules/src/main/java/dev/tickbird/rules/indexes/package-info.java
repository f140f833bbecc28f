// SPDX-License-Identifier: Apache-2.0
/// What is wrong with indexes: missing, unused, duplicate, redundant, invalid, bloated, in the way of updates, or
/// holding what nobody asks for.
///
/// {@link dev.tickbird.rules.indexes.NewIndex} prescribes an index, partitioned tables included,
/// {@link dev.tickbird.rules.indexes.DroppedIndex} that one goes,
/// {@link dev.tickbird.rules.indexes.RebuiltIndex} that it is built anew and
/// {@link dev.tickbird.rules.indexes.ReplacedIndex} that it is built otherwise; copy
/// {@link dev.tickbird.rules.indexes.UnindexedForeignKey} for a rule about structure and
/// {@link dev.tickbird.rules.indexes.UnusedIndex} for one about counters.
///
/// Must stay true: no rule here proposes to drop what enforces a constraint.
package dev.tickbird.rules.indexes;
