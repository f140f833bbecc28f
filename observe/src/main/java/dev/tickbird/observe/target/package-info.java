// SPDX-License-Identifier: Apache-2.0
/// From what the user typed to an open connection.
///
/// {@link dev.tickbird.observe.target.Target#parse} reads a URI (`ConnectionUri`), a keyword string
/// (`KeywordString`) or the name of a file; `Parameters` adds what the service file and the environment say, in
/// libpq's order; {@link dev.tickbird.observe.target.LiveTarget#connect} goes through the servers (`Connector`)
/// and says in words why one does not let us in (`ConnectionErrors`). The driver's own reading of URLs, service
/// and password files differs from libpq's and is not used.
///
/// Must stay true: what works for `psql` works here, or is refused with the reason; no password is ever printed.
package dev.tickbird.observe.target;
