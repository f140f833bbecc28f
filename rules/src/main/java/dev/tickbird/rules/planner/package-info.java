// SPDX-License-Identifier: Apache-2.0
/// What the planner is told about the machine and the functions, where it is wrong.
///
/// In come settings, functions and what the server has counted, out go findings.
///
/// Must stay true: a setting that somebody has made for one role or database is that one's business.
package dev.tickbird.rules.planner;
