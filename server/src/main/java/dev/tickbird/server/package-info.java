// SPDX-License-Identifier: Apache-2.0
/// Embedded PostgreSQL servers: real ones, thrown away after use.
///
/// In comes a [ServerOptions]: which PostgreSQL, durable or not, which settings. Out comes a running [EmbeddedServer]
/// with a URI to connect to. Start reading at [EmbeddedServer#start(ServerOptions)]; [ServerFolder] shows what a
/// server leaves on disk, [DataFolder] how its data comes to be, [Postmaster] how it is started and stopped.
///
/// Must stay true: everything a server writes lies in its one folder, and goes with it, even when this process
/// was killed (the next start sweeps), unless the server is kept on purpose. No server runs as root, or listens beyond
/// a private folder and loopback. Nothing here connects to a database; [Script] and [HeldLock] use the connection that
/// they are given.
package dev.tickbird.server;
