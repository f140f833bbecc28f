// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.exposure;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.roles.Privilege;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.schema.ColumnDependant;
import dev.tickbird.model.schema.MaterializedView;
import dev.tickbird.model.schema.Policy;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.View;
import dev.tickbird.rules.security.Grants;
import dev.tickbird.rules.security.Rights;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which tables views read, and how they can be made to read them with their reader's rights.
final class ShownTables {

    private static final Pattern ASKS_WHO_READS = Pattern.compile(
            "current_setting\\(|\\bauth\\.(uid|jwt|email|role)\\(|\\b(current_user|session_user)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final String INVOKER = "security_invoker=";

    private static final Set<String> YES = Set.of("true", "on", "yes", "1");

    /// A view or materialized view.
    record Shower(
            long oid,
            QualifiedName name,
            String kind,
            String owner,
            Optional<String> invoker,
            @Nullable String definition) {

        static Shower of(View view) {
            return new Shower(
                    view.oid(),
                    view.qualifiedName(),
                    "view",
                    view.owner(),
                    view.options().stream()
                            .filter(option -> option.startsWith(INVOKER))
                            .map(option -> option.substring(INVOKER.length()))
                            .findFirst(),
                    view.definition());
        }

        boolean readsAsReader() {
            return invoker.map(value -> value.toLowerCase(Locale.ROOT))
                    .filter(YES::contains)
                    .isPresent();
        }

        /// Whether it chooses the rows by its reader itself; one that could not be read may.
        boolean asksWhoReads() {
            return definition == null || ASKS_WHO_READS.matcher(definition).find();
        }
    }

    private final Snapshot snapshot;
    private final Map<String, Set<Table>> tables = new HashMap<>();

    ShownTables(Snapshot snapshot) {
        this.snapshot = snapshot;
        Relations relations = Relations.of(snapshot);
        for (ColumnDependant dependant : snapshot.all(ColumnDependant.class)) {
            relations
                    .table(dependant.relation())
                    .ifPresent(table -> tables.computeIfAbsent(
                                    dependant.kind() + ' ' + dependant.name(), key -> new LinkedHashSet<>())
                            .add(table));
        }
    }

    Stream<Shower> materialized() {
        Relations relations = Relations.of(snapshot);
        return snapshot.all(MaterializedView.class).stream().map(view -> {
            Table table = relations.tableOf(view);
            return new Shower(
                    table.oid(),
                    table.qualifiedName(),
                    "materialized view",
                    table.owner(),
                    Optional.empty(),
                    view.definition());
        });
    }

    /// The tables with row security that it reads as somebody for whom that does not hold.
    List<Table> past(Shower view, Set<String> readers) {
        return read(view).stream()
                .filter(table -> holdsAccounts(table) || table.rowSecurity())
                .filter(table -> isFree(view.owner(), table) && !showsAll(table, readers))
                .toList();
    }

    private Set<Table> read(Shower view) {
        return tables.getOrDefault(view.kind() + ' ' + view.name(), Set.of());
    }

    /// Where platforms keep who has signed up, with addresses and hashes of passwords.
    static boolean holdsAccounts(Table table) {
        return table.schema().equals("auth") && table.name().equals("users");
    }

    private boolean isFree(String role, Table table) {
        return snapshot.all(Role.class).stream()
                        .anyMatch(it -> it.name().equals(role) && (it.superuser() || it.bypassesRowSecurity()))
                || !table.forcedRowSecurity() && Rights.of(role, snapshot).include(table.owner());
    }

    /// Whether policies let the readers see every row anyhow.
    private boolean showsAll(Table table, Set<String> readers) {
        List<Policy> policies = Relations.of(snapshot).of(table, Policy.class);
        return table.rowSecurity()
                && policies.stream().allMatch(Policy::permissive)
                && policies.stream()
                        .filter(policy ->
                                policy.command() == Policy.Command.SELECT || policy.command() == Policy.Command.ALL)
                        .filter(policy -> "true".equals(policy.using()))
                        .anyMatch(policy ->
                                policy.isForEverybody() || policy.roles().containsAll(readers));
    }

    /// With its reader's rights, if the readers may read all that it reads.
    Remedy remedy(Shower view, List<Table> past, Set<String> readers) {
        QualifiedName name = view.name();
        Sql revoke = Sql.format("revoke select on %I from %I", name, List.copyOf(grantees(view, readers)));
        if (view.kind().equals("materialized view")) {
            return new Remedy.Advice(
                    "Take it from them: \"" + revoke + "\". Policies cannot guard a materialized view.",
                    "If they need some of its rows, give them a view of it that chooses by who reads, and keep the"
                            + " materialized view in a schema that the API does not serve.",
                    "If all shall see what it shows, such as sums, accept the finding with that reason.");
        }
        Sql invoker = Sql.format("alter view %I set (security_invoker = true)", name);
        if (mayRead(view, readers) && past.stream().noneMatch(ShownTables::holdsAccounts)) {
            Sql undo = view.invoker().isPresent()
                    ? Sql.format("alter view %I set (security_invoker = false)", name)
                    : Sql.format("alter view %I reset (security_invoker)", name);
            return new Remedy.Statement(
                    List.of(Step.inTransaction(invoker)),
                    List.of(Step.inTransaction(undo)),
                    Impact.locking(name, LockMode.ACCESS_EXCLUSIVE),
                    null);
        }
        return new Remedy.Advice(
                "Take it from them: \"" + revoke + "\".",
                "Or grant them what it reads, as far as they may see it, and then have it read as they do: \"" + invoker
                        + "\". Before that it would fail for them.",
                "If all shall see what it shows, such as sums, accept the finding with that reason.");
    }

    private List<String> grantees(Shower view, Set<String> readers) {
        return Grants.on(view.oid(), snapshot)
                .filter(it -> it.privilege().equals("select"))
                .map(Privilege::grantee)
                .filter(grantee -> grantee.equals("public") || readers.contains(grantee))
                .distinct()
                .sorted()
                .toList();
    }

    /// Of what it reads besides tables, nothing is known: then not.
    private boolean mayRead(Shower view, Set<String> readers) {
        String definition = String.valueOf(view.definition());
        boolean readsViews = snapshot.all(View.class).stream()
                .anyMatch(it -> it.oid() != view.oid() && definition.contains(it.name()));
        return !readsViews
                && readers.stream().allMatch(reader -> {
                    Rights rights = Rights.of(reader, snapshot);
                    return read(view).stream()
                            .allMatch(table -> rights.leadInto(table.schema(), snapshot)
                                    && Grants.on(table.oid(), snapshot)
                                            .filter(it -> it.kind() == Privilege.Kind.TABLE
                                                    && it.privilege().equals("select"))
                                            .anyMatch(it -> it.isForEverybody() || rights.include(it.grantee())));
                });
    }
}
