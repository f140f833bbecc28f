// SPDX-License-Identifier: Apache-2.0
/// What the planner knows about the data, and what it does not.
///
/// In come statistics and the changes since they were gathered, out go findings.
///
/// Must stay true: an estimate that no query depends on is no defect.
package dev.tickbird.rules.statistics;
