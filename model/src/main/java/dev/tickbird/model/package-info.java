// SPDX-License-Identifier: Apache-2.0
/// The words everybody speaks: a {@link dev.tickbird.model.Snapshot} of {@link dev.tickbird.model.Fact}s, with its
/// {@link dev.tickbird.model.Gap}s.
///
/// Facts live in rooms by subject: `schema`, `server`, `roles`, `statistics`, `activity`, `replication`. What is made
/// of them lives in `finding` and `comparison`. Start at `Snapshot`.
///
/// Must stay true: everything here is an immutable value; nothing here reads a database, a file or a clock.
package dev.tickbird.model;
