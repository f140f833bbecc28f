// SPDX-License-Identifier: Apache-2.0
/// What is wrong with tables, their columns, keys, sequences and constraints.
///
/// In comes the schema, sizes and statistics beside it, out go findings. Start at [MissingPrimaryKey] for a
/// defect of one table, at [ForeignKeyTypeMismatch] for one between two. [TableTree] knows what is locked and
/// rewritten together with a table.
///
/// Must stay true: a partition is told with its root, never by itself. What rewrites a table says so in its
/// impact, and where the table is large the remedy is advice, for that is a project and not a statement.
package dev.tickbird.rules.tables;
