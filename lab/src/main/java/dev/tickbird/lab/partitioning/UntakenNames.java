// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.partitioning;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Constraint;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Sequence;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.View;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/// Names and OIDs that nothing in a schema has yet.
final class UntakenNames {

    private static final int LONGEST = 63;
    private static final int ROOM = 8; // for what tells equals apart
    private static final long BEYOND_OIDS = 1L << 33;

    private final Set<String> taken = new HashSet<>();
    private long oid;

    UntakenNames(Snapshot snapshot, String schema) {
        for (Table table : snapshot.all(Table.class)) {
            take(schema, table.schema(), table.name());
            see(table.oid());
            see(table.toast() == null ? 0 : table.toast());
        }
        for (Index index : snapshot.all(Index.class)) {
            take(schema, index.schema(), index.name());
            see(index.oid());
        }
        if (snapshot.observed().contains(View.class)) {
            snapshot.all(View.class).forEach(view -> take(schema, view.schema(), view.name()));
        }
        if (snapshot.observed().contains(Sequence.class)) {
            snapshot.all(Sequence.class).forEach(sequence -> take(schema, sequence.schema(), sequence.name()));
        }
        if (snapshot.observed().contains(Constraint.class)) {
            snapshot.all(Constraint.class).forEach(constraint -> see(constraint.oid()));
        }
        oid = Math.max(oid, BEYOND_OIDS);
    }

    private void take(String wanted, String schema, String name) {
        if (schema.equals(wanted)) {
            taken.add(name);
        }
    }

    private void see(long known) {
        oid = Math.max(oid, known);
    }

    long oid() {
        return ++oid;
    }

    /// `orders_2024_01_01`, of a table and what tells its part from others.
    String of(String table, String label) {
        String end = label.replaceAll(" 00:00:00.*$", "").replaceAll("[^\\p{L}\\p{N}]+", "_");
        String name = shortened(table, LONGEST - ROOM - Math.min(bytes(end), LONGEST / 3)) + "_" + end;
        String wanted = shortened(name, LONGEST - ROOM);
        String free = wanted;
        for (int number = 2; !taken.add(free); number++) {
            free = wanted + "_" + number;
        }
        return free;
    }

    private static String shortened(String name, int longest) {
        String shortened = name;
        while (bytes(shortened) > longest) {
            shortened = shortened.substring(0, shortened.offsetByCodePoints(shortened.length(), -1));
        }
        return shortened;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
