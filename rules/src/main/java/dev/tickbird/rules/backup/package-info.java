// SPDX-License-Identifier: Apache-2.0
/// What would be missing on the day it is needed: WAL that was to be archived.
///
/// In comes what the server says about its archiver and the settings behind it, out go findings.
/// Start at [FailingArchiver]; [Archiving] reads the settings.
///
/// Must stay true: the files of a backup cannot be seen from here, so no rule says that one is good or missing, only
/// that one cannot be, or that nothing shows it. Whether a failure is over is judged by the successes after it, not by
/// how many there were.
package dev.tickbird.rules.backup;
