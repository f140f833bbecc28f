// SPDX-License-Identifier: Apache-2.0
/// The front doors, and the one engine behind them.
///
/// {@link dev.tickbird.app.Tickbird} puts the parts together: a target becomes a snapshot, a snapshot a
/// report. `cli` is the command line, `config` what the user has decided, `report` how findings are told,
/// `demo` a sick database to try it all on.
///
/// Must stay true: front doors decide nothing about databases.
package dev.tickbird.app;
