// SPDX-License-Identifier: Apache-2.0
/// How far a server is from what a healthy one reaches.
///
/// In comes a snapshot, and where there is one an earlier snapshot of the same server; out goes one grade a goal.
/// Start at [Scorecard]; [Goal] is the list of goals, [QueryTimes] reads a percentile out of what no percentile is
/// counted in.
///
/// Must stay true: a number is measured, or it is a range in which the true one lies, or it is not given. What cannot
/// be known from here is said, with what would make it known.
package dev.tickbird.rules.scorecard;
