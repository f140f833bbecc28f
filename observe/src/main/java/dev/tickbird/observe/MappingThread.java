// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// Makes records of rows, one batch after the other, while the server is already busy with the next rows. Few batches
/// wait, so that a server faster than we are does not fill the memory.
final class MappingThread implements AutoCloseable {

    private static final int BATCHES_WAITING = 16;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("tickbird-mapping").factory());
    private final Semaphore room = new Semaphore(BATCHES_WAITING);

    /// Waits until there is room for the batch, not until it is mapped.
    <T> Future<T> map(Callable<T> batch) {
        room.acquireUninterruptibly();
        return thread.submit(() -> {
            try {
                return batch.call();
            } finally {
                room.release();
            }
        });
    }

    /// Gives up what nobody waits for any more.
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
