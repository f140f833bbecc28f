// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.style;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.roles.Membership;
import dev.tickbird.model.roles.Privilege;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.schema.Schema;
import dev.tickbird.model.schema.Sequence;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.Server;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.security.Grants;
import dev.tickbird.rules.security.Rights;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table that belongs to another role than nearly all of its schema, so that who changes the others cannot change it.
///
/// @param minShare of the schema's tables must belong to one role; below that there is no custom
/// @param minTables fewer show no custom either
public record MixedOwner(double minShare, int minTables) implements Rule {

    public MixedOwner() {
        this(0.8, 4);
    }

    @Override
    public Needs needs() {
        return Needs.facts(
                        Table.class,
                        Role.class,
                        Membership.class,
                        Privilege.class,
                        Schema.class,
                        Database.class,
                        Server.class)
                .inPart(Sequence.class); // what is hidden are last values
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Map<String, List<Table>> bySchema = snapshot.all(Table.class).stream()
                .filter(table -> table.persistence() != Table.Persistence.TEMPORARY)
                .collect(Collectors.groupingBy(Table::schema, TreeMap::new, Collectors.toList()));
        return bySchema.values().stream().flatMap(tables -> examine(tables, snapshot));
    }

    private Stream<Finding> examine(List<Table> tables, Snapshot snapshot) {
        Map<String, Long> owners = tables.stream().collect(Collectors.groupingBy(Table::owner, Collectors.counting()));
        return owners.entrySet().stream()
                .filter(owner -> owner.getValue() >= minTables && owner.getValue() >= minShare * tables.size())
                .filter(owner -> !isSuperuser(owner.getKey(), snapshot))
                .flatMap(owner -> {
                    Rights rights = Rights.of(owner.getKey(), snapshot);
                    return tables.stream()
                            .filter(table -> !rights.include(table.owner()))
                            .map(table -> finding(table, owner.getKey(), owner.getValue(), snapshot));
                });
    }

    private static boolean isSuperuser(String role, Snapshot snapshot) {
        return snapshot.all(Role.class).stream()
                .anyMatch(it -> it.superuser() && it.name().equals(role));
    }

    private Finding finding(Table table, String owner, long owned, Snapshot snapshot) {
        return finding(
                Severity.NOTE,
                Subject.table(table.qualifiedName()),
                "table \"" + table.qualifiedName() + "\" belongs to another role than the rest of its schema",
                "It belongs to " + table.owner() + ", and " + Words.count(owned, "other table") + " of schema \""
                        + table.schema() + "\" to " + owner + ", who is no member of " + table.owner() + ".",
                Evidence.of("others", owned).and("owner", table.owner()).and("usualOwner", owner),
                "A migration that runs as " + owner
                        + " will fail at this table: only its owner may alter or drop it, or" + " index it.",
                remedy(table, owner, snapshot));
    }

    /// What the former owner's views and functions do with the table they do as him, and may lose, unless he is a
    /// superuser; and rights that others were granted do not come back as they were.
    private static Remedy remedy(Table table, String owner, Snapshot snapshot) {
        List<Sequence> sequences = snapshot.all(Sequence.class).stream()
                .filter(sequence -> sequence.relation() != null && sequence.relation() == table.oid())
                .toList();
        boolean granted = Stream.concat(
                        Stream.of(table.oid()), sequences.stream().map(Sequence::oid))
                .anyMatch(oid -> Grants.on(oid, snapshot).findAny().isPresent());
        if (granted || table.rowSecurity() || !isSuperuser(table.owner(), snapshot)) {
            return new Remedy.Advice(
                    "Give it to " + owner + " with \"" + changed(table, owner)
                            + "\", once you know that no view, function or row security relies on its owner.",
                    "If it is somebody else's on purpose, move it to a schema of its own.");
        }
        Impact impact = Impact.locking(table.qualifiedName(), LockMode.ACCESS_EXCLUSIVE);
        for (Sequence sequence : sequences) {
            impact = impact.andLocking(sequence.qualifiedName(), LockMode.ACCESS_EXCLUSIVE);
        }
        return new Remedy.Statement(
                List.of(Step.inTransaction(changed(table, owner))),
                List.of(Step.inTransaction(changed(table, table.owner()))),
                impact,
                null);
    }

    private static Sql changed(Table table, String owner) {
        return Sql.format("alter table %I owner to %I", table.qualifiedName(), owner);
    }
}
