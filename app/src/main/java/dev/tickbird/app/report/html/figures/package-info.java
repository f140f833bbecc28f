// SPDX-License-Identifier: Apache-2.0
/// Numbers gathered for show: one record a table, one an index.
///
/// In comes a snapshot that may lack any fact; out come figures whose unknown parts are null. Start at
/// {@link dev.tickbird.app.report.html.figures.TableFigures}.
///
/// Must stay true: what was not observed is never shown as zero.
package dev.tickbird.app.report.html.figures;
