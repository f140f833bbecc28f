// SPDX-License-Identifier: Apache-2.0
/// Statistics over several columns that are not there yet: a snapshot of the same database as if a statistics object
/// had been created and analyzed.
///
/// In come a snapshot, the statement that creates the object, and somebody who can draw rows of the table; out comes
/// another snapshot. Start reading at [NewStatistics]. How values of columns go together stands in no snapshot, so rows
/// are drawn as `analyze` draws them, put into a table of a twin, and analyzed there by PostgreSQL itself. What depends
/// on how many rows the table has is then worked out as PostgreSQL does it.
///
/// Where no rows may be read, [Supposition] says the most that there could be to say.
///
/// Must stay true: the rows are gone from the twin when the snapshot is made, and are in no snapshot.
package dev.tickbird.lab.correlation;
