// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.vacuum;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Settings;
import java.util.List;
import java.util.Optional;

/// From how many dead rows on autovacuum comes to a table. Reads the table and [#SETTINGS].
final class VacuumTrigger {

    static final List<String> PARAMETERS =
            List.of("autovacuum_vacuum_threshold", "autovacuum_vacuum_scale_factor", "autovacuum_vacuum_max_threshold");

    static final String[] SETTINGS = PARAMETERS.toArray(String[]::new);

    private VacuumTrigger() {}

    /// With the storage parameters that the table has of its own.
    static long of(Table table, Snapshot snapshot) {
        return trigger(table, snapshot, true);
    }

    /// What it would be without them.
    static long ofServer(Table table, Snapshot snapshot) {
        return trigger(table, snapshot, false);
    }

    private static long trigger(Table table, Snapshot snapshot, boolean own) {
        double rows = Math.max(table.rows(), 0);
        double trigger = value(0, table, snapshot, own).orElse(50.0)
                + value(1, table, snapshot, own).orElse(0.2) * rows;
        double most = value(2, table, snapshot, own).filter(limit -> limit >= 0).orElse(Double.MAX_VALUE); // since 18
        return Math.round(Math.min(trigger, most));
    }

    private static Optional<Double> value(int parameter, Table table, Snapshot snapshot, boolean own) {
        String name = PARAMETERS.get(parameter);
        Optional<String> option = own ? table.option(name) : Optional.empty();
        return option.or(() -> Settings.of(snapshot).value(name)).map(Double::valueOf);
    }
}
