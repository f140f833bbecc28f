// SPDX-License-Identifier: Apache-2.0
/// Tables in partitions that are not so yet: a snapshot of the same database as if a table were partitioned.
///
/// In come a snapshot, how a table is to be divided, and a database in which there are the same types; out comes
/// another snapshot, and what of the old one cannot be in it. Start reading at [Partitioning]. Which rows come into
/// which partition is asked of PostgreSQL: values that the key's statistics make plausible go into an empty copy of the
/// table that has nothing but the key, and PostgreSQL routes them.
///
/// Must stay true: the result is what `tickbird snapshot` would tell of such a table, so that a twin is built of it as
/// of any other.
package dev.tickbird.lab.partitioning;
