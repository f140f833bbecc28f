// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html.drawing;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What of the foreign keys is drawn: all, as long as a reader can follow the lines, or else the neighbourhood of the
/// tables that have findings.
///
/// @param all how many foreign keys there are between observed tables
/// @param linked how many tables they join
/// @param tables those to draw, by OID
/// @param keys those to draw
/// @param missing every key that no index serves, drawn or not
/// @param troubled the OIDs of tables with a finding
record KeySelection(
        int all,
        int linked,
        Map<Long, Table> tables,
        List<ForeignKey> keys,
        Set<ForeignKey> missing,
        Set<Long> troubled) {

    static final int MOST_TABLES = 60;

    private static final String UNINDEXED = "unindexed-foreign-key";

    static KeySelection of(Snapshot snapshot, List<Finding> findings) {
        Map<Long, Table> tables = new LinkedHashMap<>();
        snapshot.all(Table.class).forEach(table -> tables.put(table.oid(), table));
        List<ForeignKey> keys = snapshot.all(ForeignKey.class).stream()
                .filter(key -> key.parent() == null)
                .filter(key -> tables.containsKey(key.relation()) && tables.containsKey(key.referenced()))
                .toList();
        Map<Long, List<Long>> neighbours = neighbours(keys);
        Set<ForeignKey> missing = missing(keys, tables, findings);
        Set<Long> troubled = troubled(tables, findings);
        missing.forEach(key -> troubled.add(key.relation()));
        Set<Long> drawn = neighbours.size() <= MOST_TABLES
                ? neighbours.keySet()
                : neighbourhood(seeds(missing, troubled), neighbours);
        Map<Long, Table> shown = new LinkedHashMap<>();
        tables.forEach((oid, table) -> {
            if (drawn.contains(oid)) {
                shown.put(oid, table);
            }
        });
        List<ForeignKey> shownKeys = keys.stream()
                .filter(key -> drawn.contains(key.relation()) && drawn.contains(key.referenced()))
                .toList();
        return new KeySelection(keys.size(), neighbours.size(), shown, shownKeys, missing, troubled);
    }

    String name(long oid) {
        Table table = tables.get(oid);
        return table == null ? "another table" : table.qualifiedName().toString();
    }

    /// The name as short as it can be: without the schema while all drawn tables share it.
    String label(Table table) {
        boolean oneSchema =
                tables.values().stream().map(Table::schema).distinct().count() == 1;
        return oneSchema ? table.name() : table.schema() + "." + table.name();
    }

    private static Map<Long, List<Long>> neighbours(List<ForeignKey> keys) {
        Map<Long, List<Long>> neighbours = new HashMap<>();
        for (ForeignKey key : keys) {
            neighbours.computeIfAbsent(key.relation(), oid -> new ArrayList<>()).add(key.referenced());
            neighbours
                    .computeIfAbsent(key.referenced(), oid -> new ArrayList<>())
                    .add(key.relation());
        }
        return neighbours;
    }

    private static Set<ForeignKey> missing(List<ForeignKey> keys, Map<Long, Table> tables, List<Finding> findings) {
        Set<String> identities = findings.stream()
                .filter(finding -> finding.rule().equals(UNINDEXED))
                .map(finding -> finding.subject().identity())
                .collect(Collectors.toSet());
        return keys.stream()
                .filter(key -> identities.contains(subject(key, tables).identity()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// As the rule writes it.
    private static Subject subject(ForeignKey key, Map<Long, Table> tables) {
        Table table = tables.get(key.relation());
        String columns = "(" + String.join(", ", key.columns()) + ")";
        return table == null
                ? new Subject("table", "", columns)
                : Subject.table(table.qualifiedName()).at(columns);
    }

    private static Set<Long> troubled(Map<Long, Table> tables, List<Finding> findings) {
        Set<String> names = findings.stream()
                .filter(finding -> finding.subject().kind().equals("table"))
                .map(finding -> finding.subject().name())
                .collect(Collectors.toSet());
        return tables.values().stream()
                .filter(table -> names.contains(table.qualifiedName().toString()))
                .map(Table::oid)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /// Keys without an index first, both ends, then whatever else has findings.
    private static Deque<Long> seeds(Set<ForeignKey> missing, Set<Long> troubled) {
        Set<Long> seeds = new LinkedHashSet<>();
        for (ForeignKey key : missing) {
            seeds.add(key.relation());
            seeds.add(key.referenced());
        }
        troubled.stream().sorted().forEach(seeds::add);
        return new ArrayDeque<>(seeds);
    }

    /// The seeds that have keys, and as many of their direct neighbours as there is room for.
    private static Set<Long> neighbourhood(Deque<Long> seeds, Map<Long, List<Long>> neighbours) {
        Set<Long> drawn = new LinkedHashSet<>();
        seeds.stream().filter(neighbours::containsKey).limit(MOST_TABLES).forEach(drawn::add);
        for (Long seed : List.copyOf(drawn)) {
            for (Long neighbour : neighbours.getOrDefault(seed, List.of())) {
                if (drawn.size() < MOST_TABLES) {
                    drawn.add(neighbour);
                }
            }
        }
        return drawn;
    }
}
