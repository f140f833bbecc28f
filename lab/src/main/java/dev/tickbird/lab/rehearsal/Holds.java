// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.RelationSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Estimates how long locks would be held where the tables are as large as in the source.
public final class Holds {

    /// What an index that is not there yet is taken for.
    private static final int SHARE_OF_NEW_INDEX = 4;

    private static final long BLOCK = 8192;

    private static final Set<Class<?>> NEEDS = Set.of(Table.class, Index.class);

    private final Pace pace;
    private final Map<QualifiedName, Long> own = new HashMap<>();
    private final Map<QualifiedName, Long> indexes = new HashMap<>();

    /// At the usual pace.
    ///
    /// @param source null if no sizes are known
    public static Holds sizedAs(@Nullable Snapshot source) {
        return new Holds(source, Pace.USUAL);
    }

    Holds(@Nullable Snapshot source, Pace pace) {
        this.pace = pace;
        if (source == null || !source.observed().containsAll(NEEDS)) {
            return;
        }
        Map<Long, Long> bytes = bytes(source);
        Map<Long, QualifiedName> names = new HashMap<>();
        for (Table table : source.all(Table.class)) {
            @Nullable Long main = bytes.get(table.oid());
            names.put(table.oid(), table.qualifiedName());
            if (main != null) {
                long toast = table.toast() == null ? 0 : bytes.getOrDefault(table.toast(), 0L);
                own.put(table.qualifiedName(), main + toast);
            }
        }
        for (Index index : source.all(Index.class)) {
            @Nullable Long size = bytes.get(index.oid());
            @Nullable QualifiedName table = names.get(index.relation());
            if (size != null) {
                own.put(index.qualifiedName(), size);
            }
            if (size != null && table != null) {
                indexes.merge(table, size, Long::sum);
            }
        }
    }

    /// As long as their files are, or were when last vacuumed or analyzed.
    private static Map<Long, Long> bytes(Snapshot source) {
        Map<Long, Long> bytes = new HashMap<>();
        source.all(Table.class).stream()
                .filter(table -> table.rows() >= 0)
                .forEach(table -> bytes.put(table.oid(), table.pages() * BLOCK));
        source.all(Index.class).forEach(index -> bytes.put(index.oid(), index.pages() * BLOCK));
        if (source.observed().contains(RelationSize.class)) {
            source.all(RelationSize.class).forEach(size -> bytes.put(size.oid(), size.bytes()));
        }
        return bytes;
    }

    /// Locks on indexes follow those of their tables and are left out.
    public List<Hold> of(List<Observed> statements) {
        List<Hold> holds = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            Observed taking = statements.get(i);
            List<Observed> until = statements.subList(i, statements.size()).stream()
                    .filter(statement -> statement.transaction() == taking.transaction())
                    .toList();
            Effort effort = new Effort();
            until.forEach(statement -> add(statement.work(), effort));
            for (LockTaken lock : taking.locks()) {
                if (lock.table() == null) {
                    holds.add(new Hold(lock.relation(), lock.mode(), taking.place(), effort.estimate(pace)));
                }
            }
        }
        return holds;
    }

    /// How long one statement works.
    public Estimate of(Observed statement) {
        Effort effort = new Effort();
        add(statement.work(), effort);
        return effort.estimate(pace);
    }

    private void add(Work work, Effort effort) {
        for (QualifiedName table : work.scanned()) {
            effort.reads(table, own.get(table));
        }
        for (QualifiedName table : work.rewritten()) {
            @Nullable Long bytes = own.get(table);
            effort.writes(table, bytes == null ? null : bytes + indexes.getOrDefault(table, 0L));
        }
        boolean together = !work.rewritten().isEmpty();
        for (QualifiedName index : work.built()) {
            if (own.containsKey(index)) {
                if (!together) {
                    effort.writes(index, own.get(index));
                }
            } else if (!work.indexed().isEmpty()) {
                @Nullable Long bytes = own.get(work.indexed().getFirst());
                effort.writes(index, bytes == null ? null : bytes / SHARE_OF_NEW_INDEX);
            }
        }
    }

    /// Bytes to be read and written until a lock is let go of.
    private static final class Effort {
        private final List<String> unknown = new ArrayList<>();
        private long read;
        private long written;

        void reads(QualifiedName relation, @Nullable Long bytes) {
            if (bytes == null) {
                unknown.add(relation.toString());
            } else {
                read += bytes;
            }
        }

        void writes(QualifiedName relation, @Nullable Long bytes) {
            if (bytes == null) {
                unknown.add(relation.toString());
            } else {
                written += bytes;
            }
        }

        Estimate estimate(Pace pace) {
            if (!unknown.isEmpty()) {
                return new Estimate(null, "the size of " + String.join(", ", new TreeSet<>(unknown)) + " is not known");
            }
            double seconds = (double) read / pace.read() + (double) written / pace.written();
            return new Estimate(Duration.ofMillis(Math.round(seconds * 1000)), words());
        }

        private String words() {
            List<String> words = new ArrayList<>();
            if (read > 0) {
                words.add("reads " + Words.bytes(read));
            }
            if (written > 0) {
                words.add("writes " + Words.bytes(written));
            }
            return words.isEmpty() ? "nothing that grows with the tables" : String.join(", ", words);
        }
    }
}
