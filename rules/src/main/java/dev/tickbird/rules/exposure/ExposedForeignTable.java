// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.exposure;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.roles.Membership;
import dev.tickbird.model.roles.Privilege;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.schema.ForeignServer;
import dev.tickbird.model.schema.ForeignTable;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Schema;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.UserMapping;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.SettingOverride;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.security.Api;
import dev.tickbird.rules.security.Grants;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A foreign table that strangers may read through the API: no policy can guard it, so they read all that is behind it.
public record ExposedForeignTable() implements Rule {

    /// Wrappers that let nobody in without a user mapping.
    private static final Set<String> MAPPED = Set.of("postgres_fdw", "mysql_fdw", "oracle_fdw", "tds_fdw");

    @Override
    public Needs needs() {
        return Needs.facts(
                        Table.class,
                        ForeignTable.class,
                        ForeignServer.class,
                        Privilege.class,
                        Role.class,
                        Membership.class,
                        Schema.class,
                        Database.class,
                        SettingOverride.class)
                .inPart(UserMapping.class); // whom they are for is always shown
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        Map<String, String> wrappers = snapshot.all(ForeignServer.class).stream()
                .collect(Collectors.toMap(ForeignServer::name, ForeignServer::wrapper));
        return snapshot.all(ForeignTable.class).stream().flatMap(foreign -> {
            Table table = relations.tableOf(foreign);
            Set<String> readers = new TreeSet<>(
                    Api.of(snapshot).holders(table.oid(), table.schema(), ExposedForeignTable::isForReading, snapshot));
            if (MAPPED.contains(wrappers.getOrDefault(foreign.server(), ""))) {
                readers.removeIf(reader -> !isMapped(reader, foreign.server(), snapshot));
            }
            return readers.isEmpty() ? Stream.empty() : Stream.of(finding(table, foreign, readers, snapshot));
        });
    }

    private static boolean isForReading(Privilege it) {
        return it.privilege().equals("select")
                && (it.kind() == Privilege.Kind.TABLE || it.kind() == Privilege.Kind.COLUMN);
    }

    private static boolean isMapped(String role, String server, Snapshot snapshot) {
        return snapshot.all(UserMapping.class).stream()
                .filter(mapping -> mapping.server().equals(server))
                .anyMatch(mapping ->
                        mapping.role().equals("public") || mapping.role().equals(role));
    }

    private Finding finding(Table table, ForeignTable foreign, Set<String> readers, Snapshot snapshot) {
        QualifiedName name = table.qualifiedName();
        List<String> grantees = Grants.on(table.oid(), snapshot)
                .filter(ExposedForeignTable::isForReading)
                .map(Privilege::grantee)
                .filter(grantee -> grantee.equals("public") || readers.contains(grantee))
                .distinct()
                .sorted()
                .toList();
        String who = String.join(", ", readers);
        return finding(
                Severity.WARNING,
                new Subject("foreign table", name.toString()),
                "strangers may read foreign table \"" + name + "\" through the API",
                "It reads from server \"" + foreign.server() + "\", schema \"" + table.schema()
                        + "\" is served to strangers, and it is granted to " + who + ". A foreign table has no row"
                        + " security.",
                Evidence.of("readers", who).and("server", foreign.server()),
                "They read all that is behind it, and each request of theirs makes the server ask the other side.",
                new Remedy.Advice(
                        "Take it from them: \"" + Sql.format("revoke all on %I from %I", name, grantees) + "\".",
                        "If they need some of it, show them a view of it that chooses the rows, and keep the foreign"
                                + " table in a schema that the API does not serve."));
    }
}
