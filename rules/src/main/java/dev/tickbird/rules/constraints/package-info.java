// SPDX-License-Identifier: Apache-2.0
/// What constraints promise and do not keep: foreign keys, checks, not null.
///
/// In come constraints with the columns on both sides, out go findings. Start at [UnvalidatedConstraint] for one
/// constraint, at [ForeignKeyTypeMismatch] for one between two tables.
///
/// Must stay true: a constraint of a partition is told with its root, and to validate one must never stop writes.
package dev.tickbird.rules.constraints;
