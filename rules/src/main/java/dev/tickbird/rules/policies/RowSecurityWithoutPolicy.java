// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.policies;

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
import dev.tickbird.model.schema.Policy;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Schema;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.SettingOverride;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.security.Api;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A table with row security on which somebody has privileges, and no permissive policy that lets him use them.
public record RowSecurityWithoutPolicy() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(
                Table.class,
                Policy.class,
                Privilege.class,
                Role.class,
                Membership.class,
                Schema.class,
                Database.class,
                SettingOverride.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        return snapshot.all(Table.class).stream()
                .filter(table -> table.rowSecurity() && table.isWritten())
                .filter(table -> !table.partition()) // closes the way around the policies of its root
                .filter(table -> relations.of(table, Policy.class).stream().noneMatch(Policy::permissive))
                .flatMap(table -> finding(table, new RefusedCommands(table, snapshot).refused(), snapshot));
    }

    private Stream<Finding> finding(Table table, Map<String, String> refused, Snapshot snapshot) {
        if (refused.isEmpty()) {
            return Stream.empty();
        }
        QualifiedName name = table.qualifiedName();
        int restrictive = Relations.of(snapshot).of(table, Policy.class).size();
        boolean byDefault = Api.of(snapshot).strangers().containsAll(refused.keySet());
        String told = RefusedCommands.told(refused);
        return Stream.of(finding(
                byDefault ? Severity.NOTE : Severity.ADVICE,
                Subject.table(name),
                "table \"" + name + "\" has row security, but no policy that lets anybody in",
                (restrictive == 0
                                ? "It has no policies"
                                : "It has restrictive policies only, which take away from what others allow")
                        + ". Granted, but refused: " + told + ".",
                Evidence.of("rows", Math.max(table.rows(), 0)).and("refused", told),
                "They get no error, but an empty answer: queries find nothing, updates and deletes touch nothing; only"
                        + " inserts fail.",
                new Remedy.Advice(
                        List.of(
                                "Say who may see and write which rows: \""
                                        + Sql.format("create policy NAME on %I to ROLE using (CONDITION)", name)
                                        + "\".",
                                "If they shall not get at it, revoke the privileges, such as \""
                                        + Sql.format("revoke all on %I from ROLE", name)
                                        + "\": then they get an error that says so."),
                        Sql.format("select polname from pg_policy where polrelid = %L::regclass", name))));
    }
}
