// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.security;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.roles.Privilege;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Privileges by the OID of what they are on: there are many of them, and many who ask.
public record Grants(Map<Long, List<Privilege>> byObject) {

    /// Objects of different kinds may share an OID; who minds looks at the kind.
    public static Stream<Privilege> on(long oid, Snapshot snapshot) {
        return snapshot.view(Grants.class, Grants::in).byObject.getOrDefault(oid, List.of()).stream();
    }

    private static Grants in(Snapshot snapshot) {
        return new Grants(snapshot.all(Privilege.class).stream().collect(Collectors.groupingBy(Privilege::oid)));
    }
}
