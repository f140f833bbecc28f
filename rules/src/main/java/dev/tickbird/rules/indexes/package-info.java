// SPDX-License-Identifier: Apache-2.0
/// What is wrong with indexes: missing, unused, duplicate, redundant, invalid.
///
/// {@link dev.tickbird.rules.indexes.NewIndex} prescribes an index, partitioned tables included; copy
/// {@link dev.tickbird.rules.indexes.UnindexedForeignKey} for a rule about structure and
/// {@link dev.tickbird.rules.indexes.UnusedIndex} for one about counters.
///
/// Must stay true: no rule here proposes to drop what enforces a constraint.
package dev.tickbird.rules.indexes;
