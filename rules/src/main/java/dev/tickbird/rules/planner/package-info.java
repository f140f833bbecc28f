// SPDX-License-Identifier: Apache-2.0
/// What the planner is told about the machine and the functions, where it is wrong.
///
/// In come settings, functions and what the server has counted, out go findings. Start at [NonsensicalCost].
///
/// Must stay true: a setting that somebody has made for one role is that one's business; what a database or all roles
/// have is not.
package dev.tickbird.rules.planner;
