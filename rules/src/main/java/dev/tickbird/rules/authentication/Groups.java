// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.authentication;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.roles.Membership;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// To which groups a role belongs, as `+group` in `pg_hba.conf` means it: whether it inherits or not, and a superuser
/// like anybody else.
///
/// @param direct the groups of each member
record Groups(Map<String, List<String>> direct) {

    /// The role itself, its groups, and theirs.
    static Set<String> of(String role, Snapshot snapshot) {
        Map<String, List<String>> direct = snapshot.view(Groups.class, Groups::in).direct;
        Set<String> groups = new HashSet<>(Set.of(role));
        Deque<String> next = new ArrayDeque<>(groups);
        while (!next.isEmpty()) {
            direct.getOrDefault(next.remove(), List.of()).stream()
                    .filter(groups::add)
                    .forEach(next::add);
        }
        return groups;
    }

    private static Groups in(Snapshot snapshot) {
        return new Groups(snapshot.all(Membership.class).stream()
                .collect(Collectors.groupingBy(
                        Membership::member, Collectors.mapping(Membership::role, Collectors.toList()))));
    }
}
