// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.security;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.roles.Membership;
import dev.tickbird.model.roles.Privilege;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.schema.Function;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.SettingOverride;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A schema in which everybody may create objects, and in which others look for theirs.
public record PublicSchemaCreate() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(
                        Privilege.class,
                        Role.class,
                        Membership.class,
                        Database.class,
                        Table.class,
                        Function.class,
                        Server.class,
                        SettingOverride.class)
                .settings("search_path");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        boolean empty = snapshot.all(Table.class).isEmpty()
                && snapshot.all(Function.class).isEmpty(); // where nothing is, nothing can be taken over
        Set<String> searched = SearchPath.schemas(snapshot);
        return creating(snapshot)
                .filter(privilege -> privilege.isForEverybody() && searched.contains(privilege.name()))
                .filter(privilege -> !empty && !strangers(privilege, snapshot).isEmpty())
                .map(privilege -> finding(privilege, snapshot));
    }

    private static Stream<Privilege> creating(Snapshot snapshot) {
        return snapshot.all(Privilege.class).stream()
                .filter(privilege -> privilege.kind() == Privilege.Kind.SCHEMA
                        && privilege.privilege().equals("create"));
    }

    /// The roles that may log in and could not create there otherwise.
    private static List<Role> strangers(Privilege privilege, Snapshot snapshot) {
        return snapshot.all(Role.class).stream()
                .filter(role -> role.canLogin() && !role.superuser())
                .filter(role -> !mayCreate(role.name(), privilege, snapshot))
                .toList();
    }

    /// Whether a role may create there, by its own rights or those it inherits, without what everybody may.
    private static boolean mayCreate(String role, Privilege privilege, Snapshot snapshot) {
        Rights rights = Rights.of(role, snapshot);
        return rights.include(privilege.owner())
                || creating(snapshot).anyMatch(it -> it.oid() == privilege.oid() && rights.include(it.grantee()));
    }

    /// Who has made objects there, and loses the right to with everybody.
    private static List<String> creators(Privilege privilege, Snapshot snapshot) {
        Set<String> creators = new TreeSet<>();
        snapshot.all(Table.class).stream()
                .filter(table -> table.schema().equals(privilege.name()))
                .forEach(table -> creators.add(table.owner()));
        snapshot.all(Function.class).stream()
                .filter(function -> function.schema().equals(privilege.name()))
                .forEach(function -> creators.add(function.owner()));
        snapshot.all(Role.class).stream().filter(Role::superuser).forEach(role -> creators.remove(role.name()));
        creators.removeIf(role -> mayCreate(role, privilege, snapshot));
        return List.copyOf(creators);
    }

    private Finding finding(Privilege privilege, Snapshot snapshot) {
        String schema = privilege.name();
        List<String> creators = creators(privilege, snapshot);
        int strangers = strangers(privilege, snapshot).size();
        return finding(
                Severity.WARNING,
                new Subject("schema", Identifier.quoted(schema)),
                "everybody may create objects in schema \"" + schema + "\"",
                "The privilege is granted to PUBLIC, and so to " + Words.count(strangers, "role")
                        + " that may log in and could not create there otherwise; the search path leads there."
                        + (creators.isEmpty()
                                ? ""
                                : " The cure leaves it to who has made objects there: " + String.join(", ", creators)
                                        + "."),
                Evidence.of("roles", strangers).and("schema", schema),
                "Whoever logs in can put a function or a table there that others then use in place of the one they"
                        + " mean, and so act with their rights.",
                privilege.grantor().equals(privilege.owner())
                        ? remedy(schema, creators)
                        : new Remedy.Advice("Have " + privilege.grantor()
                                + " revoke it, who granted it: only the grantor can take it back."));
    }

    private static Remedy remedy(String schema, List<String> creators) {
        Step revoke = Step.inTransaction(Sql.format("revoke create on schema %I from public", schema));
        Step grant = Step.inTransaction(Sql.format("grant create on schema %I to public", schema));
        if (creators.isEmpty()) {
            return new Remedy.Statement(List.of(revoke), List.of(grant), Impact.NONE, null);
        }
        Step keep = Step.inTransaction(Sql.format("grant create on schema %I to %I", schema, creators));
        Step leave = Step.inTransaction(Sql.format("revoke create on schema %I from %I", schema, creators));
        return new Remedy.Statement(List.of(keep, revoke), List.of(grant, leave), Impact.NONE, null);
    }
}
