// SPDX-License-Identifier: Apache-2.0
/// Whether it can be found out afterwards who did what.
///
/// In come the settings of the log, out go findings. Start at [AnonymousLogLine].
///
/// Must stay true: what is logged may hold secrets, so more is not always better, and the remedy says what it costs.
package dev.tickbird.rules.auditing;
