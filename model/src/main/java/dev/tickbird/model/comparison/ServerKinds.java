// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.comparison;

import static java.util.Arrays.asList;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.roles.DefaultPrivilege;
import dev.tickbird.model.roles.Membership;
import dev.tickbird.model.roles.Privilege;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.schema.Comment;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.HbaLine;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.SettingOverride;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Settings, roles, privileges and comments: what they are called and what describes them.
final class ServerKinds {

    /// Where things lie and what a server works out by itself, which says nothing about how it was set up.
    private static final Set<String> NOT_SET_UP = Set.of(
            "config_file",
            "data_directory",
            "external_pid_file",
            "hba_file",
            "ident_file",
            "in_hot_standby",
            "num_os_semaphores",
            "shared_memory_size",
            "shared_memory_size_in_huge_pages",
            "transaction_deferrable",
            "transaction_isolation",
            "transaction_read_only");

    /// What drivers and poolers set for each session.
    private static final Set<String> OF_CLIENTS = Set.of(
            "application_name", "client_encoding", "DateStyle", "extra_float_digits", "IntervalStyle", "TimeZone");

    private static final Kind<Setting> SETTING = Kind.of(
                    Area.SETTINGS, "setting", Setting.class, (it, names) -> it.name())
            .only(it -> !NOT_SET_UP.contains(it.name()) && !OF_CLIENTS.contains(it.name()))
            .showing((it, names) -> SettingText.of(it))
            .ifKnown("value", it -> it.source().equals("client") ? null : SettingText.of(it))
            .ifKnown("source", it -> isOwn(it) ? null : it.source());

    private static final Kind<SettingOverride> OVERRIDE = Kind.of(
                    Area.SETTINGS, "setting", SettingOverride.class, ServerKinds::nameOf)
            .showing((it, names) -> SettingText.quoted(it.value()))
            .with("value", it -> SettingText.quoted(it.value()));

    /// The one that was looked at, whatever its name.
    private static final Kind<Database> DATABASE = Kind.of(
                    Area.SETTINGS,
                    "database",
                    Database.class,
                    (it, names) -> it.name().equals(names.database()) ? "looked at" : null)
            .with("owner", Database::owner)
            .with("encoding", Database::encoding)
            .with("collation", Database::collation)
            .with("character type", Database::characterType)
            .with("provider", Database::provider)
            .with("locale", Database::locale)
            .with("connection limit", it -> it.connectionLimit() < 0 ? null : it.connectionLimit());

    private static final Kind<HbaLine> HBA_LINE =
            Kind.of(Area.SETTINGS, "pg_hba.conf line", HbaLine.class, (it, names) -> text(it));

    private static final Kind<Role> ROLE = Kind.of(
                    Area.ROLES, "role", Role.class, (it, names) -> Identifier.quoted(it.name()))
            .only(it -> !it.builtIn())
            .pointedAtBy(Role::oid)
            .with("superuser", Role::superuser)
            .with("login", Role::canLogin)
            .with("inherit", Role::inherits)
            .with("createrole", Role::createsRoles)
            .with("createdb", Role::createsDatabases)
            .with("replication", Role::replicates)
            .with("bypassrls", Role::bypassesRowSecurity)
            .with("connection limit", it -> it.connectionLimit() < 0 ? null : it.connectionLimit())
            .with("valid until", Role::validUntil);

    private static final Kind<Membership> MEMBERSHIP = Kind.of(
                    Area.ROLES,
                    "membership",
                    Membership.class,
                    (it, names) -> "of " + Identifier.quoted(it.member()) + " in " + Identifier.quoted(it.role()))
            .only(it -> !it.member().startsWith("pg_")) // PostgreSQL's own roles
            .partOf((it, names) -> asList(
                    RelationKinds.key("role", Identifier.quoted(it.member())),
                    RelationKinds.key("role", Identifier.quoted(it.role()))))
            .with("admin", Membership::admin)
            .with("inherit", Membership::inherits)
            .with("set", Membership::sets);

    private static final Kind<Privilege> PRIVILEGE = Kind.of(
                    Area.SCHEMA, "privilege", Privilege.class, ServerKinds::nameOf)
            .partOf((it, names) -> asList(
                    names.key(it.oid()),
                    it.column() == null ? null : RelationKinds.key("column", names.column(it.oid(), it.column()))))
            .with("grantable", Privilege::grantable);

    private static final Kind<DefaultPrivilege> DEFAULT_PRIVILEGE = Kind.of(
                    Area.SCHEMA, "default privilege", DefaultPrivilege.class, (it, names) -> nameOf(it))
            .with("grantable", DefaultPrivilege::grantable);

    private static final Kind<Comment> COMMENT = Kind.inSchema(
                    "comment", Comment.class, it -> "on " + it.kind() + ' ' + it.identity())
            .partOf((it, names) ->
                    asList(names.key(it.oid()), RelationKinds.key("column", names.column(it.oid(), it.number()))))
            .with("text", Comment::text);

    /// Owners before what belongs to them.
    static final List<Kind<?>> ALL =
            List.of(SETTING, OVERRIDE, DATABASE, HBA_LINE, ROLE, MEMBERSHIP, PRIVILEGE, DEFAULT_PRIVILEGE, COMMENT);

    private ServerKinds() {}

    /// Whether Tickbird's own session set it, as it began or while it looked.
    private static boolean isOwn(Setting setting) {
        return setting.source().equals("session") || setting.source().equals("client");
    }

    private static @Nullable String nameOf(SettingOverride override, Names names) {
        String name = override.name();
        if (override.role() != null) {
            name += " of role " + Identifier.quoted(override.role());
        }
        if (override.database() == null) {
            return override.role() == null ? name + " of every role" : name;
        }
        boolean here = override.database().equals(names.database());
        if (!here && override.database().equals(names.comparedWith())) {
            return null; // the other side tells of it as its own
        }
        return name + (here ? " in this database" : " in database " + Identifier.quoted(override.database()));
    }

    private static String text(HbaLine line) {
        if (line.error() != null) {
            return "in error: " + line.error();
        }
        return Stream.of(
                        Stream.of(
                                line.type(),
                                String.join(",", line.databases()),
                                String.join(",", line.users()),
                                line.address(),
                                line.netmask(),
                                line.method()),
                        line.options().stream())
                .flatMap(words -> words)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static @Nullable String nameOf(Privilege privilege, Names names) {
        String name = privilege.privilege() + " on " + Property.text(privilege.kind()) + ' ';
        if (privilege.kind() == Privilege.Kind.DATABASE) {
            if (!privilege.name().equals(names.database())) {
                return null; // each database is compared by itself
            }
            return name + "looked at to " + Identifier.quoted(privilege.grantee());
        }
        name += privilege.schema() == null ? "" : Identifier.quoted(privilege.schema()) + '.';
        name += Identifier.quoted(privilege.name());
        name += privilege.arguments() == null ? "" : "(" + privilege.arguments() + ')';
        name += privilege.column() == null ? "" : '.' + Identifier.quoted(privilege.column());
        return name + " to " + Identifier.quoted(privilege.grantee());
    }

    private static String nameOf(DefaultPrivilege privilege) {
        return privilege.privilege() + " on every new " + Property.text(privilege.kind()) + " of "
                + Identifier.quoted(privilege.role())
                + (privilege.schema() == null ? "" : " in schema " + Identifier.quoted(privilege.schema()))
                + " to " + Identifier.quoted(privilege.grantee());
    }
}
