// SPDX-License-Identifier: Apache-2.0
/// A snapshot becomes findings.
///
/// In comes a {@link dev.tickbird.model.Snapshot}, out goes an
/// {@link dev.tickbird.model.finding.Examination}. {@link dev.tickbird.rules.Catalogue} lists the rules,
/// {@link dev.tickbird.rules.Examiner} runs them; each package below is one family, each class in it one
/// defect, each with its page (`.md`) among the resources and its cases under `src/test/cases`. To write a
/// rule, copy `indexes.UnindexedForeignKey`.
///
/// Must stay true: rules are pure; they see no database, no clock, no file, and nothing that an extension owns.
package dev.tickbird.rules;
