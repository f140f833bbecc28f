// SPDX-License-Identifier: Apache-2.0
/// What is wrong and what cures it: a {@link dev.tickbird.model.finding.Finding} with evidence, a
/// {@link dev.tickbird.model.finding.Remedy} and a {@link dev.tickbird.model.finding.Proof}; all findings of one run
/// are an {@link dev.tickbird.model.finding.Examination}.
///
/// Must stay true: SQL is made by {@link dev.tickbird.model.finding.Sql} only, which quotes; texts follow PostgreSQL's
/// message style (title lower case, one line, no full stop).
package dev.tickbird.model.finding;
