// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.server.Binaries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is to be otherwise than on the source, all of it at once.
///
/// @param server the PostgreSQL to plan on afterwards; empty for the same as before
/// @param statistics statements that create statistics over several columns
/// @param partitions how tables are divided that are not so yet: `orders by range (placed) every 1 month`
/// @param script a migration, run when all that is there
/// @param growth how tables grow
/// @param indexes statements that create indexes
/// @param hidden names of indexes that are not there
/// @param settings values by name
public record Changes(
        Optional<Binaries> server,
        List<String> statistics,
        List<String> partitions,
        Optional<Migration> script,
        List<Growth> growth,
        List<String> indexes,
        List<String> hidden,
        Map<String, String> settings) {

    /// Nothing: before and after are the same.
    public static final Changes NONE = new Changes(
            Optional.empty(), List.of(), List.of(), Optional.empty(), List.of(), List.of(), List.of(), Map.of());

    /// @param table its name, with its schema or without; empty for all tables
    /// @param factor how many times as many rows there are
    public record Growth(Optional<String> table, double factor) {}

    /// @param name where it came from
    public record Migration(String name, String sql) {}

    public Changes {
        statistics = List.copyOf(statistics);
        partitions = List.copyOf(partitions);
        growth = List.copyOf(growth);
        indexes = List.copyOf(indexes);
        hidden = List.copyOf(hidden);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    public Changes withIndex(String definition) {
        List<String> more = new ArrayList<>(indexes);
        more.add(definition);
        return new Changes(server, statistics, partitions, script, growth, more, hidden, settings);
    }

    public Changes withoutIndex(String name) {
        List<String> more = new ArrayList<>(hidden);
        more.add(name);
        return new Changes(server, statistics, partitions, script, growth, indexes, more, settings);
    }

    public Changes withSetting(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(name, value);
        return new Changes(server, statistics, partitions, script, growth, indexes, hidden, more);
    }

    public Changes withGrowth(Optional<String> table, double factor) {
        List<Growth> more = new ArrayList<>(growth);
        more.add(new Growth(table, factor));
        return new Changes(server, statistics, partitions, script, more, indexes, hidden, settings);
    }

    /// @param definition `create statistics …`: how its values go together is learned from the table's rows
    public Changes withStatistics(String definition) {
        List<String> more = new ArrayList<>(statistics);
        more.add(definition);
        return new Changes(server, more, partitions, script, growth, indexes, hidden, settings);
    }

    /// @param scheme `TABLE by range (COLUMN) every STEP`, `by list (COLUMN)`, `by hash (COLUMN) into COUNT`
    public Changes withPartitions(String scheme) {
        List<String> more = new ArrayList<>(partitions);
        more.add(scheme);
        return new Changes(server, statistics, more, script, growth, indexes, hidden, settings);
    }

    public Changes withMigration(String name, String sql) {
        return new Changes(
                server,
                statistics,
                partitions,
                Optional.of(new Migration(name, sql)),
                growth,
                indexes,
                hidden,
                settings);
    }

    public Changes onServer(Binaries binaries) {
        return new Changes(Optional.of(binaries), statistics, partitions, script, growth, indexes, hidden, settings);
    }

    /// Whether the changed database is another one than the unchanged.
    boolean needsAnotherTwin() {
        return server.isPresent() || script.isPresent() || !partitions.isEmpty() || !statistics.isEmpty();
    }

    /// Where names are looked for, before and after.
    Optional<LookupPath> searchPath() {
        return settings.entrySet().stream()
                .filter(setting -> setting.getKey().equalsIgnoreCase(LookupPath.SETTING))
                .map(setting -> new LookupPath(setting.getValue()))
                .findFirst();
    }

    /// One line for each, for people.
    public List<String> words() {
        List<String> words = new ArrayList<>();
        server.ifPresent(other -> words.add("PostgreSQL " + other.major()));
        words.addAll(statistics);
        partitions.forEach(scheme -> words.add("partitioned: " + scheme));
        script.ifPresent(it -> words.add("after " + it.name()));
        growth.forEach(it ->
                words.add(it.table().orElse("every table") + " has " + number(it.factor()) + " times as many rows"));
        words.addAll(indexes);
        hidden.forEach(name -> words.add("without index " + name));
        settings.forEach((name, value) -> words.add(
                name + " = " + value + (name.equalsIgnoreCase(LookupPath.SETTING) ? ", before and after" : "")));
        return words;
    }

    private static String number(double factor) {
        return factor == Math.rint(factor) ? String.valueOf((long) factor) : String.valueOf(factor);
    }
}
