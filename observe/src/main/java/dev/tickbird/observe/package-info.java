// SPDX-License-Identifier: Apache-2.0
/// A server or a file becomes a {@link dev.tickbird.model.Snapshot}.
///
/// In comes a connection (see `target`), out goes a snapshot. {@link dev.tickbird.observe.Observatory} lists
/// the facts, {@link dev.tickbird.observe.Observer} reads them in one read-only transaction,
/// {@link dev.tickbird.observe.RecordMapper} makes records of rows. The SQL is in
/// `resources/dev/tickbird/observe/facts`: `<fact>.sql`, with `<fact>.pg17.sql` where a newer server needs
/// other words, and `<fact>.hidden.sql` where a role may be shown less than there is.
///
/// Must stay true: nothing here writes to a target, waits long for a lock, or gives up on one fact because of another.
package dev.tickbird.observe;
