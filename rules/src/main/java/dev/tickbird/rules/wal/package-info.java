// SPDX-License-Identifier: Apache-2.0
/// Write-ahead log and checkpoints.
///
/// In come settings and the counters of the checkpointer and of WAL, out go findings. Start at [ForcedCheckpoint];
/// what was written to WAL, and in what time, is a [Flow].
///
/// Must stay true: counters are judged by the time they have counted, and where that is short nobody calls them clean.
package dev.tickbird.rules.wal;
