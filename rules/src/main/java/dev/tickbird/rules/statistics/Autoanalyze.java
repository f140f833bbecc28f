// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.statistics;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Settings;
import dev.tickbird.model.statistics.TableStatistics;
import java.util.Locale;
import java.util.Optional;

/// Whether autovacuum will analyze a table by itself, as it is set up: what it does soon needs no person.
final class Autoanalyze {

    static final String[] SETTINGS = {
        "autovacuum", "track_counts", "autovacuum_analyze_threshold", "autovacuum_analyze_scale_factor"
    };

    private final boolean on;
    private final double threshold;
    private final double scaleFactor;

    private Autoanalyze(Snapshot snapshot) {
        on = isOn("autovacuum", snapshot) && isOn("track_counts", snapshot);
        threshold = number("autovacuum_analyze_threshold", 50, snapshot);
        scaleFactor = number("autovacuum_analyze_scale_factor", 0.1, snapshot);
    }

    static Autoanalyze of(Snapshot snapshot) {
        return snapshot.view(Autoanalyze.class, Autoanalyze::new);
    }

    /// Whether so many rows have changed that it comes as soon as a worker is free.
    boolean isDue(Table table, TableStatistics counted) {
        return comes(table) && counted.changedSinceAnalyze() > changesNeeded(table);
    }

    /// Whether it ever comes to the table: never to a partitioned or a foreign one.
    boolean comes(Table table) {
        boolean held = table.kind() == Table.Kind.ORDINARY || table.kind() == Table.Kind.MATERIALIZED_VIEW;
        return on
                && held
                && table.option("autovacuum_enabled").filter(Autoanalyze::isNo).isEmpty();
    }

    /// How many changed rows it waits for.
    long changesNeeded(Table table) {
        double base = option(table, "autovacuum_analyze_threshold").orElse(threshold);
        double factor = option(table, "autovacuum_analyze_scale_factor").orElse(scaleFactor);
        return Math.round(base + factor * Math.max(table.rows(), 0));
    }

    private static Optional<Double> option(Table table, String name) {
        return table.option(name).map(Double::valueOf);
    }

    private static boolean isNo(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.equals("0") || "false".startsWith(lower) || "no".startsWith(lower) || "off".startsWith(lower);
    }

    private static boolean isOn(String setting, Snapshot snapshot) {
        return Settings.of(snapshot).value(setting).filter("on"::equals).isPresent();
    }

    private static double number(String setting, double otherwise, Snapshot snapshot) {
        return Settings.of(snapshot).value(setting).map(Double::valueOf).orElse(otherwise);
    }
}
