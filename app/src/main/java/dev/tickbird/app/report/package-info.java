// SPDX-License-Identifier: Apache-2.0
/// One set of findings, one comparison or one answer of a twin, told in several forms.
///
/// In comes a {@link dev.tickbird.app.report.Report}, a {@link dev.tickbird.app.report.Compared} or a
/// {@link dev.tickbird.app.report.TwinReport}, out goes text; {@link dev.tickbird.app.report.Format}
/// lists the forms.
///
/// Must stay true: every form tells the same findings, remedies and states, and none of them trusts a name that came
/// from a server: control characters, quotes and markup in it are shown, never obeyed.
package dev.tickbird.app.report;
