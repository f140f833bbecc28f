// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.security;

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
import dev.tickbird.model.schema.Function;
import dev.tickbird.model.schema.Language;
import dev.tickbird.model.schema.Schema;
import dev.tickbird.model.server.Database;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A function that everybody may call, and that puts statements together with a superuser's rights, or is written in a
/// language that knows no bounds.
public record OpaquePublicFunction() implements Rule {

    private static final Set<String> COMPILED = Set.of("c", "internal");

    private static final Set<String> FOR_TRIGGERS = Set.of("trigger", "event_trigger");

    @Override
    public Needs needs() {
        return Needs.facts(
                Function.class,
                Language.class,
                Privilege.class,
                Role.class,
                Membership.class,
                Schema.class,
                Database.class);
    }

    /// A path that callers choose opens the same function without any of this.
    @Override
    public Set<String> yieldsTo() {
        return Set.of("unsafe-search-path", "injectable-statement");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        boolean alone = snapshot.all(Role.class).stream().noneMatch(role -> role.canLogin() && !role.superuser());
        if (alone) {
            return Stream.empty();
        }
        Set<String> superusers = snapshot.all(Role.class).stream()
                .filter(Role::superuser)
                .map(Role::name)
                .collect(Collectors.toSet());
        Set<String> unbounded = snapshot.all(Language.class).stream()
                .filter(language -> !language.trusted())
                .map(Language::name)
                .collect(Collectors.toSet());
        Rights everybody = Rights.of("public", snapshot);
        return snapshot.all(Function.class).stream()
                .filter(function -> unbounded.contains(function.language())
                        || function.securityDefiner() && superusers.contains(function.owner()) && isOpaque(function))
                .filter(function -> !FOR_TRIGGERS.contains(String.valueOf(function.returnType()))) // nobody calls them
                .filter(function -> isForEverybody(function, snapshot))
                .filter(function -> everybody.leadInto(function.schema(), snapshot))
                .map(function -> finding(function, unbounded.contains(function.language())));
    }

    private static boolean isOpaque(Function function) {
        return !COMPILED.contains(function.language()) && FunctionBody.isOpaque(function);
    }

    private static boolean isForEverybody(Function function, Snapshot snapshot) {
        return Grants.on(function.oid(), snapshot)
                .anyMatch(it -> it.kind() == Privilege.Kind.FUNCTION && it.isForEverybody());
    }

    private Finding finding(Function function, boolean unbounded) {
        String kind = OwnSearchPath.kind(function);
        String signature = function.signature();
        return finding(
                Severity.ADVICE,
                new Subject(kind, signature),
                "everybody may call " + kind + " \"" + signature + "\", which "
                        + (unbounded
                                ? "is written in " + function.language()
                                : "puts statements together as a superuser"),
                unbounded
                        ? "Functions in " + function.language()
                                + " may do whatever the server's account may, and only the" + " body bounds this one."
                        : "It is a security definer that belongs to " + function.owner() + " and uses execute.",
                Evidence.of("owner", function.owner()).and("language", function.language()),
                unbounded
                        ? "Any role does by it what the server's account may do, as far as the body lets it."
                        : "If an argument finds its way into what is executed, any role becomes superuser by it.",
                Remedy.Advice.inOrder(
                        List.of(
                                "Grant it to the roles that call it: \""
                                        + Sql.format("grant execute on %s %s to ROLE", kind, signature) + "\".",
                                "Take it from everybody: \""
                                        + Sql.format("revoke execute on %s %s from public", kind, signature) + "\".",
                                "Read the body: names belong through format and %I or quote_ident, values into using; and"
                                        + " give it an owner with no more rights than it needs."),
                        null));
    }
}
