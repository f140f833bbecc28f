// SPDX-License-Identifier: Apache-2.0

/// What a check costs, measured as its users meet it: whole processes started by the `tickbird` script, against servers
/// and databases made for it. `./dev bench` says what can be measured; [Bench] is where to start reading.
///
/// Machines are noisy, so each figure is a median, most with their quartiles and the processor time beside them;
/// what is compared runs in turns.
///
/// Must stay true: nothing here is a test, and a slow machine fails nothing.
@org.jspecify.annotations.NullMarked
package dev.tickbird.bench;
