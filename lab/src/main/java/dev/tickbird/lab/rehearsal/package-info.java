// SPDX-License-Identifier: Apache-2.0
/// Tries a script on a database that may be thrown away, statement by statement, and tells what it locks, rewrites,
/// reads, builds and changes, and whether its rollback restores the catalog word for word.
///
/// In: a [Stage] and SQL. Out: a [Rehearsed]. Start at [Rehearsal]; [Performance] carries out and looks, [Solo] and
/// [Bystanders] look at what runs outside of transactions, [Screening] and [Disarming] keep scripts from files,
/// programs and the network.
///
/// Must stay true: no user's script runs as a superuser; a stage is after a rehearsal what it was before.
package dev.tickbird.lab.rehearsal;
