// SPDX-License-Identifier: Apache-2.0
/// For tests: servers to throw away, and the ward.
///
/// The ward is a folder of cases. A case is an SQL file that makes a sickness (`fires*.sql`) or what only
/// looks like one (`silent*.sql`); {@link dev.tickbird.testkit.CaseFile} says what its header and sections
/// mean, {@link dev.tickbird.testkit.Ward} carries it out on a real server.
/// {@link dev.tickbird.testkit.Servers} starts at most one server a major version for a whole test run, and
/// one of its own for a case that asks for it.
///
/// Must stay true: no database is imitated; what is approved is what a user would read.
package dev.tickbird.testkit;
