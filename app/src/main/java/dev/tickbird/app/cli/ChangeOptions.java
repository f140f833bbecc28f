// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import dev.tickbird.lab.whatif.Changes;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.server.Binaries;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What is to be otherwise than on the target.
final class ChangeOptions {

    @Option(
            names = "--index",
            paramLabel = "SQL",
            description = "If this index existed: \"create index …\", of any method, partial, on expressions; may be"
                    + " repeated.")
    private List<String> indexes = List.of();

    @Option(names = "--hide-index", paramLabel = "NAME", description = "If this index did not exist; may be repeated.")
    private List<String> hidden = List.of();

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "If this setting had this value; may be repeated.")
    private List<String> settings = List.of();

    @Option(
            names = "--grow",
            paramLabel = "FACTOR",
            description = "If there were so many times as many rows: 10 for all tables, orders=10 for one; may be"
                    + " repeated.")
    private List<String> growth = List.of();

    @Option(names = "--pg", paramLabel = "MAJOR", description = "If PostgreSQL were this major version.")
    private @Nullable Integer major;

    @Option(names = "--ddl", paramLabel = "FILE", description = "If this migration had been run.")
    private @Nullable Path script;

    @Option(
            names = "--partition",
            paramLabel = "TEXT",
            description = "If a table were partitioned: \"orders by range (placed) every 1 month\", \"orders by list"
                    + " (state)\", \"orders by hash (id) into 8\"; may be repeated.")
    private List<String> partitions = List.of();

    @Option(
            names = "--statistics",
            paramLabel = "SQL",
            description =
                    "If these extended statistics existed: \"create statistics on city, state from address\"; may be"
                            + " repeated. On a server, 30,000 rows of the table are sampled; of a file, the most that they could"
                            + " say is supposed.")
    private List<String> statistics = List.of();

    /// @param installed what the user said is installed; it is taken where its major fits
    Changes changes(Optional<Binaries> installed) {
        Changes changes = Changes.NONE;
        for (String definition : indexes) {
            changes = changes.withIndex(definition);
        }
        for (String name : hidden) {
            changes = changes.withoutIndex(name);
        }
        for (String setting : settings) {
            int end = setting.indexOf('=');
            if (end < 1) {
                throw TickbirdException.usage("\"" + setting + "\" sets nothing", "Write it as work_mem=64MB.");
            }
            changes = changes.withSetting(
                    setting.substring(0, end).strip(),
                    setting.substring(end + 1).strip());
        }
        for (String definition : statistics) {
            changes = changes.withStatistics(definition);
        }
        for (String scheme : partitions) {
            changes = changes.withPartitions(scheme);
        }
        changes = grown(changes);
        if (script != null) {
            changes = changes.withMigration(script.toString(), ScriptOptions.read(script));
        }
        if (major != null) {
            int wanted = major;
            changes = changes.onServer(installed
                    .filter(binaries -> binaries.major() == wanted)
                    .orElseGet(() -> PlanningServer.embedded(wanted, true)));
        }
        return changes;
    }

    private Changes grown(Changes unchanged) {
        Changes changes = unchanged;
        for (String each : growth) {
            int end = each.lastIndexOf('=');
            changes = changes.withGrowth(
                    end < 0
                            ? Optional.empty()
                            : Optional.of(each.substring(0, end).strip()),
                    factor(each, each.substring(end + 1).strip()));
        }
        return changes;
    }

    private static double factor(String option, String text) {
        try {
            double factor = Double.parseDouble(text);
            if (factor > 0 && !Double.isInfinite(factor)) {
                return factor;
            }
        } catch (NumberFormatException e) {
            // Told below, with what else is no factor.
        }
        throw TickbirdException.usage(
                "\"" + option + "\" is no growth", "Write 10 for all tables, or orders=10 for one.");
    }
}
