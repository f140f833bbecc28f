// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.security;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.roles.Membership;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What a role can be: itself, the roles that it inherits from or may become, and theirs.
///
/// @param direct of each member the roles that it is a member of
record Reachable(Map<String, List<String>> direct) {

    static Set<String> of(String role, Snapshot snapshot) {
        Map<String, List<String>> direct = snapshot.view(Reachable.class, Reachable::in).direct;
        Set<String> reached = new HashSet<>(Set.of(role));
        Deque<String> next = new ArrayDeque<>(reached);
        while (!next.isEmpty()) {
            direct.getOrDefault(next.remove(), List.of()).stream()
                    .filter(reached::add)
                    .forEach(next::add);
        }
        return reached;
    }

    private static Reachable in(Snapshot snapshot) {
        return new Reachable(snapshot.all(Membership.class).stream()
                .filter(it -> it.inherits() || it.sets() || it.admin()) // who may grant it, may grant it to himself
                .collect(Collectors.groupingBy(
                        Membership::member, Collectors.mapping(Membership::role, Collectors.toList()))));
    }
}
