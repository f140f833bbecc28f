// SPDX-License-Identifier: Apache-2.0
/// The command line: one class a command.
///
/// {@link dev.tickbird.app.cli.Main} maps outcomes to exit codes,
/// {@link dev.tickbird.app.cli.TickbirdCommand} lists the commands,
/// {@link dev.tickbird.app.cli.TargetOptions} is what every command that looks at a target takes. Copy
/// {@link dev.tickbird.app.cli.CheckCommand} for a new one.
///
/// Must stay true: the report goes to stdout, everything else to stderr; no stack trace reaches a user.
package dev.tickbird.app.cli;
