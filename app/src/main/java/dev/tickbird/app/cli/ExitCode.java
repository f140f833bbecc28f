// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

/// What the program's exit code says.
final class ExitCode {

    /// Nothing at or above the severity to fail on.
    static final int FINE = 0;

    /// Such findings exist.
    static final int FINDINGS = 1;

    /// Two targets differ.
    static final int DIFFERENT = 1;

    /// A script fails, or what is to undo it does not.
    static final int FAILED = 1;

    /// The command or the configuration is wrong.
    static final int USAGE = 2;

    /// The target could not be examined.
    static final int TARGET = 3;

    /// Ctrl-C: what a shell says of a program that SIGINT has ended.
    static final int INTERRUPTED = 130;

    /// Whoever read stdout has left, as `head` does: what a shell says of a program that SIGPIPE has ended.
    static final int ABANDONED = 141;

    private ExitCode() {}
}
