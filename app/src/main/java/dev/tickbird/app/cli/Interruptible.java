// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import dev.tickbird.model.TickbirdException;
import dev.tickbird.server.ServerException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/// Work on a server of our own, which goes when the user ends the program, as by Ctrl-C. What fails for want of it then
/// is no failure.
@FunctionalInterface
interface Interruptible {

    int work() throws IOException;

    /// The exit code of the work, or that of an interruption.
    static int run(Interruptible work) throws IOException {
        AtomicBoolean interrupted = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupted.set(true)));
        try {
            return work.work();
        } catch (TickbirdException | ServerException | IllegalStateException e) {
            if (interrupted.get()) {
                return ExitCode.INTERRUPTED;
            }
            throw e;
        }
    }
}
