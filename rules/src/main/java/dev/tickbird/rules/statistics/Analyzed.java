// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.statistics;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import java.util.ArrayList;
import java.util.List;

/// Prescribes to analyze a table. Of a partitioned one, the partitions are analyzed with it.
final class Analyzed {

    private Analyzed() {}

    static Remedy now(Table table, Snapshot snapshot) {
        return Remedy.Statement.harmless(List.of(step(table)), locks(Impact.NONE, table, snapshot), watch(table));
    }

    static Step step(Table table) {
        return Step.inTransaction(Sql.format("analyze %I", table.qualifiedName()));
    }

    static Impact locks(Impact impact, Table table, Snapshot snapshot) {
        List<Table> all = new ArrayList<>();
        collect(table, Relations.of(snapshot), all);
        Impact locking = impact;
        for (Table each : all) {
            locking = locking.andLocking(each.qualifiedName(), LockMode.SHARE_UPDATE_EXCLUSIVE);
        }
        return locking;
    }

    static Sql watch(Table table) {
        return Sql.format(
                "select attname, null_frac, n_distinct from pg_stats where schemaname = %L and tablename = %L",
                table.schema(), table.name());
    }

    private static void collect(Table table, Relations relations, List<Table> all) {
        all.add(table);
        if (table.kind() == Table.Kind.PARTITIONED) {
            relations.children(table).forEach(partition -> collect(partition, relations, all));
        }
    }
}
