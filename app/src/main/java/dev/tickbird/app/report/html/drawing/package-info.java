// SPDX-License-Identifier: Apache-2.0
/// What people would rather look at than read: sizes, dead rows, who blocks whom, which table points to which.
///
/// In comes a snapshot, out goes SVG or a drawn list, one class a drawing. Start at
/// {@link dev.tickbird.app.report.html.drawing.SizeBars}; the layout of the graph is
/// {@link dev.tickbird.app.report.html.drawing.LayeredLayout}.
///
/// Must stay true: each drawing also says in words what it shows, and says so where something was not
/// observed; the same snapshot gives the same drawing.
package dev.tickbird.app.report.html.drawing;
