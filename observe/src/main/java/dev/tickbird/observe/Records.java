// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe;

import dev.tickbird.model.Fact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// The records of one fact in the making: all rows are fetched, while the last may still be mapped.
final class Records<F extends Fact> {

    private static final int ROWS_IN_A_BATCH = 1_000;

    private final RecordMapper<F> mapper;
    private final MappingThread thread;
    private final List<Future<List<F>>> batches = new ArrayList<>();
    private Optional<String> lastKey = Optional.empty();

    private Records(RecordMapper<F> mapper, MappingThread thread) {
        this.mapper = mapper;
        this.thread = thread;
    }

    /// Fetches all rows of the result; it may be closed afterwards.
    static <F extends Fact> Records<F> of(Class<F> fact, ResultSet result, MappingThread thread) throws SQLException {
        Records<F> records = new Records<>(new RecordMapper<>(fact, result.getMetaData()), thread);
        List<@Nullable Object[]> batch = new ArrayList<>();
        while (result.next()) {
            batch.add(records.mapper.fetch(result));
            if (batch.size() == ROWS_IN_A_BATCH) {
                records.handOver(batch);
                batch = new ArrayList<>(ROWS_IN_A_BATCH);
            }
        }
        records.handOver(batch);
        return records;
    }

    /// The first component of the last row, as the server wrote it; empty if there is no row.
    Optional<String> lastKey() {
        return lastKey;
    }

    /// Waits for the last of them.
    List<F> all() {
        List<F> all = new ArrayList<>();
        try {
            for (Future<List<F>> batch : batches) {
                all.addAll(batch.get());
            }
            return all;
        } catch (ExecutionException e) {
            throw new IllegalStateException("could not make records of rows", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void handOver(List<@Nullable Object[]> batch) {
        if (!batch.isEmpty()) {
            lastKey = Optional.ofNullable(batch.getLast()[0]).map(Object::toString);
        }
        batches.add(thread.map(() -> {
            List<F> records = new ArrayList<>(batch.size());
            for (@Nullable Object[] row : batch) {
                mapper.map(row).ifPresent(records::add);
            }
            return records;
        }));
    }
}
