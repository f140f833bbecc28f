// SPDX-License-Identifier: Apache-2.0
/// The twin: a snapshot made flesh, in an embedded PostgreSQL.
///
/// In comes a snapshot, live or from a file; out comes a [Twin], a running server with a database of the same schema,
/// settings and roles, without one row. Start reading at [Twin#build]; [Blueprint] is the order in which it is built,
/// [Construction] what happens when something refuses, the `…Pieces` are how each kind of object is written.
///
/// Must stay true: what could not be built is a [TwinGap] with its reason, and the rest goes on. What a
/// snapshot brings is run as what it says it is, one statement at a time. Nothing of a twin reaches a file outside its
/// folder, or a network, and nobody's code is called while it is built.
package dev.tickbird.lab.twin;
