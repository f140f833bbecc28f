// SPDX-License-Identifier: Apache-2.0
/// What is wrong with tables as such: their keys, their shape, their size.
///
/// In comes the schema, sizes and statistics beside it, out go findings. Start at [MissingPrimaryKey]. [TableTree]
/// knows what is locked and rewritten together with a table, for other families too.
///
/// Must stay true: a partition is told with its root, never by itself. What rewrites a table says so in its
/// impact, and where the table is large the remedy is advice, for that is a project and not a statement.
package dev.tickbird.rules.tables;
