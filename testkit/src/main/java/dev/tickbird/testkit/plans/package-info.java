// SPDX-License-Identifier: Apache-2.0
/// A database of our own and queries to it, on which is seen whether another database plans as this one does.
///
/// The files lie beside these classes: `database/*.sql` make the database, in the order of their names, and
/// `queries/*.sql` hold a query each. {@link dev.tickbird.testkit.plans.PlanCorpus} is where to start reading,
/// {@link dev.tickbird.testkit.plans.PlanQuery} says what a query's file may hold.
///
/// Must stay true: every query is planned on every major version that its file names, and no query reads a file or
/// leaves the machine.
package dev.tickbird.testkit.plans;
