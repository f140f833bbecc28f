// SPDX-License-Identifier: Apache-2.0
/// A sick database to try Tickbird on.
///
/// {@link dev.tickbird.app.demo.Demo} starts a server of its own and tells the story of a company that puts on live
/// productions: the numbered `.sql` files beside it build the database, fill it and make it sick, those in `workload`
/// are its programs at work, `tickbird.toml` has the thresholds that fit a database which is a minute old. To plant a
/// sickness, add a line `-- planted: IDENTITY` to `3-sicknesses.sql`, the story, and the SQL.
///
/// Must stay true: it writes only to the server it has started, every planted sickness is found, and what could not be
/// found is said.
package dev.tickbird.app.demo;
