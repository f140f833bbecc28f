// SPDX-License-Identifier: Apache-2.0
/// The report as one HTML file for people: findings with their cures, drawings, tables to sort, and what was not seen.
///
/// In comes a {@link dev.tickbird.app.report.Report}, out goes a page that opens offline, prints, and works by keyboard
/// and without its script. Start at {@link dev.tickbird.app.report.html.HtmlReport}; each class here writes one part.
///
/// Must stay true: the page fetches nothing and runs nothing but its own script; nothing is only colour, only
/// drawing or only reachable by mouse; what is left out for length says so.
package dev.tickbird.app.report.html;
