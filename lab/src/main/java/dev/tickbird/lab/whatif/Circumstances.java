// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.model.QualifiedName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// What a plan is made under, where it is otherwise than on the twin.
///
/// @param settings values by name
/// @param created statements that create indexes
/// @param dropped indexes that are not there, with their parts on partitions
public record Circumstances(Map<String, String> settings, Set<String> created, Set<QualifiedName> dropped) {

    /// The twin's own settings and indexes.
    public static final Circumstances AS_IS = new Circumstances(Map.of(), Set.of(), Set.of());

    public Circumstances {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings)); // a role that is set may not set others
        created = Collections.unmodifiableSet(new LinkedHashSet<>(created));
        dropped = Set.copyOf(dropped);
    }

    public Circumstances withSetting(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(name, value);
        return new Circumstances(more, created, dropped);
    }

    public Circumstances withIndex(String definition) {
        Set<String> more = new LinkedHashSet<>(created);
        more.add(definition);
        return new Circumstances(settings, more, dropped);
    }

    public Circumstances withoutIndex(QualifiedName name) {
        Set<QualifiedName> more = new LinkedHashSet<>(dropped);
        more.add(name);
        return new Circumstances(settings, created, more);
    }
}
