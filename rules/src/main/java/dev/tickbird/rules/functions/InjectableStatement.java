// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.functions;

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
import dev.tickbird.model.schema.Schema;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.Server;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.security.Grants;
import dev.tickbird.rules.security.Rights;
import java.util.List;
import java.util.stream.Stream;

/// A security definer that puts a caller's text into a statement as it is, and executes it with its owner's rights.
public record InjectableStatement() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(
                Function.class,
                Privilege.class,
                Role.class,
                Membership.class,
                Schema.class,
                Database.class,
                Server.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return snapshot.all(Function.class).stream()
                .filter(it -> it.securityDefiner() && it.language().equals("plpgsql") && BodyText.isReadable(it))
                .flatMap(function -> {
                    List<String> callers = callers(function, snapshot);
                    List<String> raw = callers.isEmpty() ? List.of() : RawArguments.of(function);
                    return raw.isEmpty() ? Stream.empty() : Stream.of(finding(function, raw, callers, snapshot));
                });
    }

    /// Who may call it, its owner left aside.
    private static List<String> callers(Function function, Snapshot snapshot) {
        return Grants.on(function.oid(), snapshot)
                .filter(privilege -> privilege.kind() == Privilege.Kind.FUNCTION)
                .map(Privilege::grantee)
                .filter(grantee -> !grantee.equals(function.owner()))
                .distinct()
                .sorted()
                .toList();
    }

    private Finding finding(Function function, List<String> raw, List<String> callers, Snapshot snapshot) {
        String kind = function.kind() == Function.Kind.PROCEDURE ? "procedure" : "function";
        String signature = function.signature();
        boolean everybody = callers.contains("public");
        boolean open = everybody && Rights.of("public", snapshot).leadInto(function.schema(), snapshot);
        boolean superuser = snapshot.all(Role.class).stream()
                .anyMatch(role -> role.superuser() && role.name().equals(function.owner()));
        String what = raw.size() == 1 ? "argument " + raw.getFirst() : "arguments " + String.join(", ", raw);
        String who = everybody
                ? "everybody" + (open ? "" : " who may use schema \"" + function.schema() + '"')
                : String.join(", ", callers);
        return finding(
                superuser && open ? Severity.CRITICAL : Severity.WARNING,
                new Subject(kind, signature),
                kind + " \"" + signature + "\" executes text of its caller's with its owner's rights",
                "It puts " + what + " into a statement as it is, unquoted and unchecked, and runs as "
                        + function.owner() + (superuser ? ", a superuser" : "") + ", for " + who + ".",
                Evidence.of("arguments", String.join(", ", raw))
                        .and("owner", function.owner())
                        .and("callers", who),
                "Who calls it can write a statement of his own into the argument, and has it executed as "
                        + function.owner() + ".",
                Remedy.Advice.inOrder(
                        List.of(
                                "Until it is mended, let nobody call it who need not: \""
                                        + Sql.format(
                                                "revoke execute on %s %s from %s", kind, signature, revoked(callers))
                                        + "\".",
                                "In its body, put names into the statement by format with %I, and values by \"using\"; or by"
                                        + " quote_ident and quote_literal. Where it takes a piece of SQL on purpose, such as"
                                        + " a condition, have it run with the caller's rights: security invoker."),
                        null));
    }

    private static Sql revoked(List<String> callers) {
        List<String> roles = callers.stream().filter(it -> !it.equals("public")).toList();
        return roles.size() == callers.size()
                ? Sql.format("%I", roles)
                : roles.isEmpty() ? Sql.format("public") : Sql.format("public, %I", roles);
    }
}
