// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.authentication;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.replication.Replica;
import dev.tickbird.model.roles.Role;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A standby or subscriber that replicates as superuser: its password for everything lies on another machine.
public record ReplicatingSuperuser() implements Rule {

    private static final String BACKUP = "backup"; // runs for an hour, and often on this host

    @Override
    public Needs needs() {
        return Needs.facts(Replica.class, Role.class).ownHost();
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Set<String> superusers = snapshot.all(Role.class).stream()
                .filter(Role::superuser)
                .map(Role::name)
                .collect(Collectors.toSet());
        return snapshot.all(Replica.class).stream()
                .filter(replica -> !replica.state().equals(BACKUP) && superusers.contains(role(replica)))
                .collect(Collectors.groupingBy(ReplicatingSuperuser::role, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> finding(entry.getKey(), entry.getValue()));
    }

    private static String role(Replica replica) {
        return Objects.requireNonNullElse(replica.role(), "");
    }

    private Finding finding(String role, List<Replica> replicas) {
        return finding(
                Severity.ADVICE,
                new Subject("role", Identifier.quoted(role)).at(" replicating"),
                "superuser \"" + role + "\" is used for replication",
                "Standbys and subscribers that come as it: "
                        + replicas.stream()
                                .map(replica -> '"' + replica.application() + '"')
                                .distinct()
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + ".",
                Evidence.of("replicas", replicas.size()),
                "Its password lies in the configuration of the machines that follow, and opens everything here, not just the"
                        + " WAL.",
                Remedy.Advice.inOrder(
                        List.of(
                                "Make a role for it: \"create role replicator login replication\", with \"\\password"
                                        + " replicator\" in psql, and a line \"hostssl replication replicator ADDRESS"
                                        + " scram-sha-256\" in pg_hba.conf. A subscriber also needs its database in the line,"
                                        + " and select on the tables that it copies at the beginning.",
                                "Set it in primary_conninfo of each standby and reload there; in a subscriber, say \"alter"
                                        + " subscription … connection\".",
                                "Give \"" + role + "\" another password."),
                        Sql.format("select usename, application_name, state from pg_stat_replication")));
    }
}
