// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class MappingThreadTest {

    @Test
    void mapsInOrderWhileOthersWork() throws Exception {
        CountDownLatch handedOver = new CountDownLatch(1);
        List<Integer> mapped = new ArrayList<>();
        try (MappingThread thread = new MappingThread()) {
            Future<?> first = thread.map(() -> {
                handedOver.await();
                return mapped.add(1);
            });
            Future<?> second = thread.map(() -> mapped.add(2));
            assertThat(first.isDone()).isFalse();
            handedOver.countDown();
            second.get();
            assertThat(mapped).containsExactly(1, 2);
        }
    }

    @Test
    void goesOnAfterABatchThatFailed() throws Exception {
        try (MappingThread thread = new MappingThread()) {
            for (int i = 0; i < 100; i++) { // more than may wait: a failure gives its place back
                Future<?> failing = thread.map(() -> {
                    throw new IllegalStateException("no constant");
                });
                assertThatThrownBy(failing::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasRootCauseMessage("no constant");
            }
            assertThat(thread.map(() -> "mapped").get()).isEqualTo("mapped");
        }
    }
}
