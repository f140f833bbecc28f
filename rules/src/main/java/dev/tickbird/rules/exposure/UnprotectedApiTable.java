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
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Schema;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.SettingOverride;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.security.Api;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A table without row security that an API for strangers lets them write to, or read secrets from.
public record UnprotectedApiTable() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(
                Table.class,
                Column.class,
                Privilege.class,
                Role.class,
                Membership.class,
                Schema.class,
                Database.class,
                SettingOverride.class);
    }

    /// Where there are policies already, it is enough to switch them on.
    @Override
    public Set<String> yieldsTo() {
        return Set.of("disabled-row-security");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Api api = Api.of(snapshot);
        if (api.schemas().isEmpty()) {
            return Stream.empty();
        }
        Relations relations = Relations.of(snapshot);
        return snapshot.all(Table.class).stream()
                .filter(table -> isOpen(table, api, snapshot))
                .filter(table -> !table.partition() || !isOpen(relations.root(table), api, snapshot))
                .map(table -> finding(table, StrangersDeeds.of(table, api, snapshot), api));
    }

    private static boolean isOpen(Table table, Api api, Snapshot snapshot) {
        return table.isWritten()
                && !table.rowSecurity()
                && api.schemas().contains(table.schema())
                && !StrangersDeeds.of(table, api, snapshot).areHarmless();
    }

    private Finding finding(Table table, StrangersDeeds deeds, Api api) {
        QualifiedName name = table.qualifiedName();
        boolean lost = deeds.may("update", api.anonymous()) || deeds.may("delete", api.anonymous());
        boolean told = !deeds.secrets().isEmpty() && deeds.may("select", api.anonymous());
        return finding(
                lost || told ? Severity.CRITICAL : Severity.WARNING,
                Subject.table(name),
                "strangers may " + deeds.verbs() + " any row of table \"" + name + "\" through the API",
                "Its row security is off, schema \"" + table.schema()
                        + "\" is served to strangers, and they are granted: "
                        + deeds.told() + "."
                        + (deeds.secrets().isEmpty()
                                ? ""
                                : " By their names, these columns are nobody else's business: "
                                        + String.join(", ", deeds.secrets()) + "."),
                deeds.secrets().isEmpty()
                        ? evidence(table, deeds)
                        : evidence(table, deeds).and("secrets", String.join(", ", deeds.secrets())),
                "Whoever finds the address of the API, which every browser that uses it shows, does so with a request.",
                remedy(name, deeds));
    }

    private static Evidence evidence(Table table, StrangersDeeds deeds) {
        return Evidence.of("rows", Math.max(table.rows(), 0)).and("granted", deeds.told());
    }

    private static Remedy remedy(QualifiedName name, StrangersDeeds deeds) {
        String narrower = deeds.write()
                ? "If all shall read it and nobody write, take that: \""
                        + Sql.format("revoke insert, update, delete on %I from %I", name, deeds.grantees()) + "\"."
                : "If all shall read the rest, take the whole and grant the other columns: \""
                        + Sql.format("revoke select on %I from %I", name, deeds.grantees()) + "\" and \""
                        + Sql.format("grant select (COLUMNS) on %I to %I", name, deeds.grantees()) + "\".";
        return new Remedy.Advice(
                List.of(
                        "Say who may do what with which rows, \""
                                + Sql.format("create policy NAME on %I to ROLE using (CONDITION)", name)
                                + "\", and then have it hold: \""
                                + Sql.format("alter table %I enable row level security", name)
                                + "\". Without a policy it shuts strangers out altogether.",
                        "If the API does not need the table, take it from strangers: \""
                                + Sql.format("revoke all on %I from %I", name, deeds.grantees()) + "\".",
                        narrower),
                Sql.format("select relrowsecurity, relacl from pg_class where oid = %L::regclass", name));
    }
}
