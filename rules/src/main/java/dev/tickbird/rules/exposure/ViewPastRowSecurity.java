// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.exposure;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.roles.Membership;
import dev.tickbird.model.roles.Privilege;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.schema.ColumnDependant;
import dev.tickbird.model.schema.MaterializedView;
import dev.tickbird.model.schema.Policy;
import dev.tickbird.model.schema.Schema;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.View;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.SettingOverride;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.security.Api;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A view or materialized view that shows strangers rows of a table which its policies keep from them: it reads as its
/// owner, for whom they do not hold.
public record ViewPastRowSecurity() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(
                Table.class,
                View.class,
                MaterializedView.class,
                ColumnDependant.class,
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
        Api api = Api.of(snapshot);
        if (api.schemas().isEmpty()) {
            return Stream.empty();
        }
        boolean invokers = snapshot.the(Server.class).major() >= 15; // before, no view could read as its reader
        ShownTables shown = new ShownTables(snapshot);
        return Stream.concat(
                        invokers ? snapshot.all(View.class).stream().map(ShownTables.Shower::of) : Stream.empty(),
                        shown.materialized())
                .filter(view -> api.schemas().contains(view.name().schema()))
                .filter(view -> !view.readsAsReader() && !view.asksWhoReads())
                .flatMap(view -> finding(view, shown, api, snapshot));
    }

    private Stream<Finding> finding(ShownTables.Shower view, ShownTables shown, Api api, Snapshot snapshot) {
        Set<String> readers = api.holders(
                view.oid(),
                view.name().schema(),
                it -> it.privilege().equals("select")
                        && (it.kind() == Privilege.Kind.TABLE || it.kind() == Privilege.Kind.COLUMN),
                snapshot);
        List<Table> tables = readers.isEmpty() ? List.of() : shown.past(view, readers);
        return tables.isEmpty() ? Stream.empty() : Stream.of(finding(view, tables, readers, shown, api));
    }

    private Finding finding(
            ShownTables.Shower view, List<Table> tables, Set<String> readers, ShownTables shown, Api api) {
        QualifiedName name = view.name();
        String told = Words.some(
                tables.stream().map(table -> table.qualifiedName().toString()).toList(), 5);
        boolean accounts = tables.stream().anyMatch(ShownTables::holdsAccounts)
                && readers.stream().anyMatch(api.anonymous()::contains);
        return finding(
                accounts ? Severity.CRITICAL : Severity.WARNING,
                new Subject(view.kind(), name.toString()),
                view.kind() + " \"" + name + "\" shows strangers rows that policies keep from them",
                "It reads " + told + " as its owner " + Identifier.quoted(view.owner())
                        + ", for whom the policies there do not hold, and " + String.join(", ", readers)
                        + " may read it through the API.",
                Evidence.of("tables", tables.size()).and("reads", told).and("readers", String.join(", ", readers)),
                "Whoever may read it sees the rows of everybody.",
                shown.remedy(view, tables, readers));
    }
}
