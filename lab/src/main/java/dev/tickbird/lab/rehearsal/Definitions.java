// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import dev.tickbird.lab.twin.Twin;
import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.LateColumn;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.Tablespace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Everything that is defined, fact by fact and word for word, so that two moments of one database can be held against
/// each other. Numbers that the server gives (OIDs, places of columns after others were dropped) are told by name and
/// rank; what says how much there is, not what it is, is left out: see [FactText].
final class Definitions {

    /// What surrounds a database, and no script of ours changes; and how rows happen to be stored.
    private static final Set<Class<? extends Fact>> NO_DEFINITIONS =
            Set.of(Database.class, LateColumn.class, Server.class, Setting.class, Tablespace.class);

    static final List<Class<? extends Fact>> FACTS = Twin.facts().stream()
            .filter(fact -> !NO_DEFINITIONS.contains(fact))
            .sorted(Comparator.comparing(Class::getSimpleName))
            .toList();

    /// What describes each object, by what it is called.
    private final Map<String, Map<String, String>> objects;

    private Definitions(Map<String, Map<String, String>> objects) {
        this.objects = objects;
    }

    static Definitions of(Snapshot snapshot) {
        return snapshot.view(Definitions.class, Definitions::read);
    }

    private static Definitions read(Snapshot snapshot) {
        FactText texts = new FactText(snapshot, FACTS);
        Map<String, Map<String, String>> objects = new TreeMap<>();
        for (Class<? extends Fact> fact : FACTS) {
            if (snapshot.observed().contains(fact)) {
                for (Fact each : snapshot.all(fact)) {
                    FactText.Written written = texts.write(each);
                    put(written.name(), written.properties(), objects);
                }
            } else {
                objects.put(fact.getSimpleName() + " not seen", Map.of());
            }
        }
        return new Definitions(objects);
    }

    /// Of those that share a name, each next one is numbered.
    private static void put(String name, Map<String, String> properties, Map<String, Map<String, String>> objects) {
        String free = name;
        for (int number = 2; objects.containsKey(free); number++) {
            free = name + " (" + number + ')';
        }
        objects.put(free, properties);
    }

    /// One sentence each; none if both are the same.
    List<String> differencesFrom(Definitions before) {
        List<String> differences = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(objects.keySet());
        names.addAll(before.objects.keySet());
        for (String name : names) {
            @Nullable Map<String, String> old = before.objects.get(name);
            @Nullable Map<String, String> now = objects.get(name);
            if (now == null) {
                differences.add(name + " is missing");
            } else if (old == null) {
                differences.add(name + " was not there before");
            } else {
                changed(name, old, now, differences);
            }
        }
        return differences;
    }

    private static void changed(
            String name, Map<String, String> old, Map<String, String> now, List<String> differences) {
        old.forEach((property, was) -> {
            String is = now.getOrDefault(property, "");
            if (!was.equals(is)) {
                differences.add(name + ": " + property + " was \"" + was + "\", is \"" + is + "\"");
            }
        });
    }
}
