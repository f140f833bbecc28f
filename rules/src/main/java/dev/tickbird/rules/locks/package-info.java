// SPDX-License-Identifier: Apache-2.0
/// Who waits for whom, and who will make others wait.
///
/// In come sessions, locks and prepared transactions of one moment, and what was counted of deadlocks; out goes one
/// finding for each who holds others up, with all who wait behind. Start at [BlockedSession]; [LockQueue] makes queues
/// of what the server tells pair by pair.
///
/// Must stay true: only the root is reported, the one who holds and waits for nobody, for nothing is gained by
/// ending who stands in the queue. A short wait is ordinary work and no finding.
package dev.tickbird.rules.locks;
