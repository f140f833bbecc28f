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
/// @param script a migration, run before all else
/// @param growth how tables grow
/// @param indexes statements that create indexes
/// @param hidden names of indexes that are not there
/// @param settings values by name
public record Changes(
        Optional<Binaries> server,
        Optional<Migration> script,
        List<Growth> growth,
        List<String> indexes,
        List<String> hidden,
        Map<String, String> settings) {

    /// Nothing: before and after are the same.
    public static final Changes NONE =
            new Changes(Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), Map.of());

    /// @param table its name, with its schema or without; empty for all tables
    /// @param factor how many times as many rows there are
    public record Growth(Optional<String> table, double factor) {}

    /// @param name where it came from
    public record Migration(String name, String sql) {}

    public Changes {
        growth = List.copyOf(growth);
        indexes = List.copyOf(indexes);
        hidden = List.copyOf(hidden);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    public Changes withIndex(String definition) {
        List<String> more = new ArrayList<>(indexes);
        more.add(definition);
        return new Changes(server, script, growth, more, hidden, settings);
    }

    public Changes withoutIndex(String name) {
        List<String> more = new ArrayList<>(hidden);
        more.add(name);
        return new Changes(server, script, growth, indexes, more, settings);
    }

    public Changes withSetting(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(name, value);
        return new Changes(server, script, growth, indexes, hidden, more);
    }

    public Changes withGrowth(Optional<String> table, double factor) {
        List<Growth> more = new ArrayList<>(growth);
        more.add(new Growth(table, factor));
        return new Changes(server, script, more, indexes, hidden, settings);
    }

    public Changes withMigration(String name, String sql) {
        return new Changes(server, Optional.of(new Migration(name, sql)), growth, indexes, hidden, settings);
    }

    public Changes onServer(Binaries binaries) {
        return new Changes(Optional.of(binaries), script, growth, indexes, hidden, settings);
    }

    /// Whether the changed database is another one than the unchanged.
    boolean needsAnotherTwin() {
        return server.isPresent() || script.isPresent();
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
