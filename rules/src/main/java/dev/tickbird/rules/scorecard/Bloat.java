// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.scorecard;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.ColumnStatistics;
import dev.tickbird.rules.vacuum.PackedRows;
import org.jspecify.annotations.Nullable;

/// How much of the tables' files is not in use, over all of them.
final class Bloat {

    private Bloat() {}

    static Reading of(Snapshot snapshot) {
        @Nullable Reading blind = Sight.blind(snapshot, Table.class, Column.class, ColumnStatistics.class);
        if (blind != null) {
            return blind;
        }
        Relations relations = Relations.of(snapshot);
        int blockSize = snapshot.the(Server.class).blockSize();
        long pages = 0;
        long known = 0;
        long waste = 0;
        for (Table table : snapshot.all(Table.class)) {
            if (!"heap".equals(table.accessMethod()) || table.pages() <= 0) {
                continue;
            }
            pages += table.pages();
            @Nullable
            PackedRows rows = table.rows() < 0
                    ? null
                    : PackedRows.of(
                            table,
                            relations.of(table, Column.class),
                            relations.of(table, ColumnStatistics.class),
                            blockSize);
            if (rows != null) {
                known += table.pages();
                waste += Math.max(0, table.pages() - rows.pages());
            }
        }
        return known == 0 ? nothingKnown(pages) : measured(waste, known, pages, blockSize);
    }

    private static Reading nothingKnown(long pages) {
        return pages == 0
                ? new Reading.Unmeasured("there is no table with a row in it", "")
                : new Reading.Unmeasured(
                        "no table has statistics that the role may see",
                        "Run \"analyze\", or examine as a role that may read the tables.");
    }

    private static Reading measured(long waste, long known, long pages, int blockSize) {
        String seen = known == pages
                ? Words.bytes(pages * blockSize) + " of tables"
                : Words.bytes(known * blockSize) + " of the " + Words.bytes(pages * blockSize)
                        + " of tables, which have statistics";
        return Reading.Measured.of(
                (double) waste / known,
                "estimated from the statistics of " + seen
                        + ", rather too low than too high; indexes are not in it, and pgstattuple would count");
    }
}
