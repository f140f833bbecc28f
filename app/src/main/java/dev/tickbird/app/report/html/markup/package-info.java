// SPDX-License-Identifier: Apache-2.0
/// How HTML is written: elements, escaping, Markdown, and the page with its style and script around it.
///
/// In comes text from anywhere, out goes markup that a browser shows and never obeys. Start at
/// {@link dev.tickbird.app.report.html.markup.Html}.
///
/// Must stay true: nothing outside this package writes markup past the escaping; the script and the style are files
/// beside {@link dev.tickbird.app.report.html.markup.Shell} and never hold data.
package dev.tickbird.app.report.html.markup;
