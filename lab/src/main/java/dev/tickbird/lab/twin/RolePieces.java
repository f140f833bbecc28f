// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.roles.Membership;
import dev.tickbird.model.roles.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Roles without passwords. While the twin is built each is a superuser, so that it may create what it owns in the
/// source whatever it was granted there; at the end it is what it was.
final class RolePieces {

    private static final String SUPERUSER = "postgres";

    private RolePieces() {}

    static List<Piece> of(Source source) {
        List<Piece> pieces = new ArrayList<>();
        for (Role role : source.all(Role.class)) {
            if (!role.builtIn() && !role.name().equals(SUPERUSER)) {
                pieces.add(Piece.of(subject(role), Sql.format("create role %I superuser", role.name())));
            }
        }
        Map<List<String>, Membership> memberships = new LinkedHashMap<>();
        for (Membership membership : source.all(Membership.class)) {
            if (!membership.member().startsWith("pg_")) { // PostgreSQL's own are there already
                memberships.merge(List.of(membership.role(), membership.member()), membership, RolePieces::both);
            }
        }
        memberships.values().forEach(membership -> pieces.add(membership(source, membership)));
        return pieces;
    }

    /// Takes back what they were given for the time of building.
    static List<Piece> finish(Source source) {
        List<Piece> pieces = new ArrayList<>();
        for (Role role : source.all(Role.class)) {
            if (role.name().equals(SUPERUSER) && !role.superuser()) {
                source.gap(TwinGap.of(subject(role), "the twin's own superuser has its name"));
            } else if (!role.builtIn()) {
                pieces.add(attributes(role));
            }
        }
        return pieces;
    }

    private static Piece attributes(Role role) {
        String words = word(role.superuser(), "superuser")
                + word(role.inherits(), "inherit")
                + word(role.createsRoles(), "createrole")
                + word(role.createsDatabases(), "createdb")
                + word(role.canLogin(), "login")
                + word(role.replicates(), "replication")
                + word(role.bypassesRowSecurity(), "bypassrls");
        if (role.name().equals(SUPERUSER)) {
            return Piece.of(subject(role), Sql.format("alter role %I with superuser login", role.name()));
        }
        Sql alter = Sql.format("alter role %I with%s connection limit %s", role.name(), words, role.connectionLimit());
        return role.validUntil() == null
                ? Piece.of(subject(role), alter)
                : Piece.of(
                        subject(role),
                        alter,
                        Sql.format("alter role %I valid until %L", role.name(), role.validUntil()));
    }

    private static Piece membership(Source source, Membership it) {
        String subject = "membership of " + it.member() + " in " + it.role();
        if (source.twinMajor() < 16) {
            return Piece.of(
                    subject,
                    Sql.format("grant %I to %I%s", it.role(), it.member(), it.admin() ? " with admin option" : ""));
        }
        return Piece.of(
                subject,
                Sql.format(
                        "grant %I to %I with admin %s, inherit %s, set %s",
                        it.role(), it.member(), it.admin(), it.inherits(), it.sets()));
    }

    /// Two grants of the same: they add up.
    private static Membership both(Membership one, Membership other) {
        return new Membership(
                one.role(),
                one.member(),
                one.grantor(),
                one.admin() || other.admin(),
                one.inherits() || other.inherits(),
                one.sets() || other.sets());
    }

    private static String word(boolean yes, String attribute) {
        return (yes ? " " : " no") + attribute;
    }

    private static String subject(Role role) {
        return "role " + role.name();
    }
}
