// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.exposure;

import dev.tickbird.model.Identifier;
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
import dev.tickbird.model.schema.Policy;
import dev.tickbird.model.schema.Schema;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.SettingOverride;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.security.Api;
import dev.tickbird.rules.security.Grants;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A function that people whom nobody has checked may call through the API, that runs with its owner's rights, and that
/// does not ask who calls.
public record AnonymousDefinerFunction() implements Rule {

    private static final Set<String> FOR_TRIGGERS = Set.of("trigger", "event_trigger");

    private static final Pattern ASKS_WHO_CALLS = Pattern.compile(
            "\\b(current_setting|session_user)\\b|\\bauth\\.(uid|jwt|email|role)\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public Needs needs() {
        return Needs.facts(
                Function.class,
                Policy.class,
                Privilege.class,
                Role.class,
                Membership.class,
                Schema.class,
                Database.class,
                SettingOverride.class);
    }

    @Override
    public Set<String> yieldsTo() {
        return Set.of("unsafe-search-path", "opaque-public-function");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Api api = Api.of(snapshot);
        if (api.anonymous().isEmpty()) {
            return Stream.empty();
        }
        List<String> conditions = snapshot.all(Policy.class).stream()
                .flatMap(policy -> Stream.of(String.valueOf(policy.using()), String.valueOf(policy.check())))
                .toList();
        return snapshot.all(Function.class).stream()
                .filter(function -> function.securityDefiner() && api.schemas().contains(function.schema()))
                .filter(function -> !FOR_TRIGGERS.contains(String.valueOf(function.returnType()))) // nobody calls them
                .filter(function -> !asksWhoCalls(function))
                .filter(function ->
                        conditions.stream().noneMatch(it -> it.contains(Identifier.quoted(function.name()) + '(')))
                .flatMap(function -> finding(function, callers(function, api, snapshot), snapshot));
    }

    private static boolean asksWhoCalls(Function function) {
        return ASKS_WHO_CALLS
                .matcher(function.source() + String.valueOf(function.definition()))
                .find();
    }

    /// Of those whom nobody has checked; a policy that uses the function needs them to be able to call it.
    private static Set<String> callers(Function function, Api api, Snapshot snapshot) {
        Set<String> callers = new TreeSet<>(api.holders(
                function.oid(),
                function.schema(),
                it -> it.kind() == Privilege.Kind.FUNCTION && it.privilege().equals("execute"),
                snapshot));
        callers.retainAll(api.anonymous());
        return callers;
    }

    private Stream<Finding> finding(Function function, Set<String> callers, Snapshot snapshot) {
        if (callers.isEmpty()) {
            return Stream.empty();
        }
        String kind = function.kind() == Function.Kind.PROCEDURE ? "procedure" : "function";
        String signature = function.signature();
        List<String> grantees = Grants.on(function.oid(), snapshot)
                .filter(it -> it.kind() == Privilege.Kind.FUNCTION)
                .map(Privilege::grantee)
                .filter(grantee -> grantee.equals("public") || callers.contains(grantee))
                .distinct()
                .sorted()
                .toList();
        String granted = grantees.stream()
                .map(grantee -> grantee.equals("public") ? "everybody, as PostgreSQL does by itself" : grantee)
                .collect(Collectors.joining(", "));
        return Stream.of(finding(
                Severity.ADVICE,
                new Subject(kind, signature),
                "anybody may call " + kind + " \"" + signature + "\" through the API, and it runs as \""
                        + function.owner() + "\"",
                "It is a security definer in schema \"" + function.schema()
                        + "\", which the API serves; it is granted to " + granted
                        + ", and its body does not ask who calls.",
                Evidence.of("owner", function.owner()).and("callers", String.join(", ", callers)),
                "What it reads and writes no policy keeps from the caller, who need not have logged in.",
                new Remedy.Advice(
                        "If only people who have logged in shall call it: \""
                                + Sql.format("grant execute on %s %s to ROLE", kind, signature) + "\" and \""
                                + Sql.format("revoke execute on %s %s from %I", kind, signature, grantees) + "\".",
                        "If it needs no more than its caller may do: \""
                                + Sql.format("alter %s %s security invoker", kind, signature) + "\".",
                        "If it is for everybody, such as one that signs people up, accept the finding with that"
                                + " reason.")));
    }
}
