// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.roles.DefaultPrivilege;
import dev.tickbird.model.roles.Privilege;
import dev.tickbird.model.schema.Domain;
import dev.tickbird.model.schema.Function;
import dev.tickbird.model.schema.Language;
import dev.tickbird.model.schema.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who may do what, granted by the owners; and what everybody may do by default, where it was taken away.
final class PrivilegePieces {

    private static final String EVERYBODY = "public";

    private final Source source;
    private final String database;

    PrivilegePieces(Source source, String database) {
        this.source = source;
        this.database = database;
    }

    List<Piece> privileges() {
        if (source.allOfAll(Privilege.class).isEmpty()) {
            return List.of(); // they were not observed, for there always are some
        }
        List<Piece> pieces = new ArrayList<>();
        pieces.add(
                Piece.of("privileges on the database", Sql.format("revoke all on database %I from public", database)));
        Set<Long> usable = new HashSet<>();
        for (Privilege it : source.allOfAll(Privilege.class)) {
            boolean usual = it.isForEverybody() && !it.grantable() && isUsual(it);
            if (usual) {
                usable.add(it.oid());
            } else if (it.kind() == Privilege.Kind.LARGE_OBJECT) {
                source.gap(TwinGap.of("privileges on " + it.name() + " large objects", "large objects are rows"));
            } else if (it.kind() != Privilege.Kind.DATABASE || isHere(it)) {
                pieces.add(grant(it));
            }
        }
        pieces.addAll(revocations(usable));
        return pieces;
    }

    private boolean isHere(Privilege it) {
        return it.name().equals(source.server().database());
    }

    /// Whether PostgreSQL grants it to everybody by itself.
    private static boolean isUsual(Privilege it) {
        return switch (it.kind()) {
            case FUNCTION -> it.extension() == null;
            case TYPE, LANGUAGE -> true;
            default -> false;
        };
    }

    private Piece grant(Privilege it) {
        String columns = it.column() == null ? "" : " (" + Identifier.quoted(it.column()) + ")";
        Sql object = object(it);
        return Piece.of(
                it.extension() == null
                        ? "privilege " + it.privilege() + " on " + object + " of " + it.grantee()
                        : "privileges on what extension " + Identifier.quoted(it.extension()) + " holds",
                Sql.format(
                        "grant %s%s on %s to %s%s",
                        it.privilege(),
                        columns,
                        object,
                        Clauses.grantee(it.grantee()),
                        it.grantable() ? " with grant option" : ""));
    }

    private Sql object(Privilege it) {
        Object name = it.schema() == null ? it.name() : new QualifiedName(it.schema(), it.name());
        return switch (it.kind()) {
            case TABLE, COLUMN -> Sql.format("table %I", name);
            case SEQUENCE -> Sql.format("sequence %I", name);
            case SCHEMA -> Sql.format("schema %I", name);
            case FUNCTION -> Sql.format("routine %I(%s)", name, arguments(it.arguments()));
            case TYPE -> Sql.format("type %I", name);
            case DATABASE -> Sql.format("database %I", database);
            case LANGUAGE -> Sql.format("language %I", name);
            case FOREIGN_SERVER -> Sql.format("foreign server %I", name);
            case FOREIGN_DATA_WRAPPER -> Sql.format("foreign data wrapper %I", name);
            case TABLESPACE -> Sql.format("tablespace %I", name);
            case LARGE_OBJECT -> Sql.format("large object %s", it.oid());
            case PARAMETER -> Sql.format("parameter %s", it.name());
        };
    }

    /// An ordered-set aggregate's are told in two lists.
    private static String arguments(@Nullable String arguments) {
        return arguments == null
                ? ""
                : arguments.replaceFirst("^ORDER BY | ORDER BY ", ", ").replaceFirst("^, ", "");
    }

    private List<Piece> revocations(Set<Long> usable) {
        List<Piece> pieces = new ArrayList<>();
        for (Function it : source.all(Function.class)) {
            if (!usable.contains(it.oid())) {
                String name = it.qualifiedName() + "(" + arguments(it.arguments()) + ")";
                pieces.add(revocation("execute", "routine " + name));
            }
        }
        for (Type it : source.all(Type.class)) {
            if (!usable.contains(it.oid()) && it.kind() != Type.Kind.MULTIRANGE && it.kind() != Type.Kind.SHELL) {
                pieces.add(revocation("usage", "type " + it.qualifiedName()));
            }
        }
        for (Domain it : source.all(Domain.class)) {
            if (!usable.contains(it.oid())) {
                pieces.add(revocation("usage", "type " + it.qualifiedName()));
            }
        }
        for (Language it : source.allOfAll(Language.class)) {
            if (!usable.contains(it.oid())) {
                pieces.add(revocation("usage", "language " + Identifier.quoted(it.name())));
            }
        }
        return pieces;
    }

    private static Piece revocation(String privilege, String object) {
        return Piece.of(
                "privilege " + privilege + " on " + object + " of " + EVERYBODY,
                Sql.format("revoke %s on %s from public", privilege, object));
    }

    /// What a role says about a kind of object everywhere replaces what PostgreSQL grants by itself.
    List<Piece> defaults() {
        record Place(String role, @Nullable String schema, DefaultPrivilege.Kind kind) {}
        Map<Place, List<DefaultPrivilege>> places = new LinkedHashMap<>();
        for (DefaultPrivilege it : source.all(DefaultPrivilege.class)) {
            places.computeIfAbsent(new Place(it.role(), it.schema(), it.kind()), _ -> new ArrayList<>())
                    .add(it);
        }
        List<Piece> pieces = new ArrayList<>();
        places.forEach((place, privileges) -> {
            List<Sql> statements = new ArrayList<>();
            String scope = place.schema() == null ? "" : " in schema " + Identifier.quoted(place.schema());
            String kind = place.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + "s";
            Sql start = Sql.format("alter default privileges for role %I%s", place.role(), scope);
            if (place.schema() == null) {
                statements.add(Sql.format("%s revoke all on %s from public, %I", start, kind, place.role()));
            }
            privileges.forEach(it -> statements.add(Sql.format(
                    "%s grant %s on %s to %s%s",
                    start,
                    it.privilege(),
                    kind,
                    Clauses.grantee(it.grantee()),
                    it.grantable() && !it.grantee().equals(it.role()) ? " with grant option" : "")));
            pieces.add(Piece.of("default privileges of " + Identifier.quoted(place.role()), statements));
        });
        return pieces;
    }
}
