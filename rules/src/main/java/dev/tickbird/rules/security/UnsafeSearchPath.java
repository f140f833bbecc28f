// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.security;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.roles.Membership;
import dev.tickbird.model.roles.Privilege;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.schema.Domain;
import dev.tickbird.model.schema.EventTrigger;
import dev.tickbird.model.schema.Function;
import dev.tickbird.model.schema.Schema;
import dev.tickbird.model.schema.Sequence;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.Trigger;
import dev.tickbird.model.schema.Type;
import dev.tickbird.model.schema.View;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.Extension;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A function that runs with its owner's rights, but looks for tables, functions and operators where its caller says,
/// or where others may put theirs.
public record UnsafeSearchPath() implements Rule {

    private static final Set<String> COMPILED = Set.of("c", "internal");

    @Override
    public Needs needs() {
        return Needs.facts(
                        Function.class,
                        Trigger.class,
                        EventTrigger.class,
                        Privilege.class,
                        Role.class,
                        Membership.class,
                        Database.class,
                        Schema.class,
                        Extension.class,
                        Table.class,
                        View.class,
                        Type.class,
                        Domain.class)
                .inPart(Sequence.class); // their names are seen where their last values are hidden
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return snapshot.all(Function.class).stream()
                .filter(Function::securityDefiner)
                .filter(function -> !COMPILED.contains(function.language())
                        && !function.source().isEmpty()) // an SQL-standard body was bound when it was created
                .filter(function -> fires(function, snapshot)
                        || !callers(function, snapshot).isEmpty())
                .flatMap(function -> finding(function, snapshot).stream());
    }

    /// Whoever sets off a trigger has its function run, without a privilege on it.
    private static boolean fires(Function function, Snapshot snapshot) {
        return snapshot.all(Trigger.class).stream().anyMatch(trigger -> trigger.function() == function.oid())
                || snapshot.all(EventTrigger.class).stream().anyMatch(trigger -> trigger.function() == function.oid());
    }

    /// Who may call it, its owner left aside.
    private static List<String> callers(Function function, Snapshot snapshot) {
        return Grants.on(function.oid(), snapshot)
                .filter(privilege -> privilege.kind() == Privilege.Kind.FUNCTION)
                .map(Privilege::grantee)
                .distinct()
                .toList();
    }

    /// Empty if it has a path of its own that is safe.
    private Optional<Finding> finding(Function function, Snapshot snapshot) {
        FunctionBody body = new FunctionBody(function, snapshot);
        Optional<String> written = function.setting("search_path");
        if (written.isEmpty()) {
            return Optional.of(finding(
                    function,
                    "without a search path of its own",
                    true,
                    "looks along the path of the caller for "
                            + (body.names().isEmpty() ? "functions and operators" : String.join(", ", body.names()))
                            + ".",
                    body.names().size(),
                    OwnSearchPath.of(function, body, snapshot),
                    snapshot));
        }
        FixedPath path = FixedPath.of(function, written.get(), body, snapshot);
        return path.isSafe()
                ? Optional.empty()
                : Optional.of(finding(
                        function,
                        "with a search path on which others may put objects",
                        path.isOpenToEverybody(),
                        "looks along its own path (" + written.get() + "). " + path.story(),
                        path.shadowed().size(),
                        path.remedy(),
                        snapshot));
    }

    private Finding finding(
            Function function,
            String defect,
            boolean openToEverybody,
            String looks,
            int names,
            Remedy remedy,
            Snapshot snapshot) {
        List<String> callers = callers(function, snapshot);
        boolean fires = fires(function, snapshot);
        boolean everybody = fires || callers.contains("public");
        boolean superuser = snapshot.all(Role.class).stream()
                .anyMatch(role -> role.superuser() && role.name().equals(function.owner()));
        boolean shut = everybody && !fires && !Rights.of("public", snapshot).leadInto(function.schema(), snapshot);
        String who = (everybody ? "everybody" : String.join(", ", callers))
                + (shut ? " who may use schema \"" + function.schema() + '"' : "");
        String kind = OwnSearchPath.kind(function);
        return finding(
                superuser && everybody && !shut && openToEverybody ? Severity.CRITICAL : Severity.WARNING,
                new Subject(kind, function.signature()),
                kind + " \"" + function.signature() + "\" is a security definer " + defect,
                "It runs as " + function.owner() + (superuser ? ", a superuser" : "") + ", for " + who
                        + (fires ? " who sets off its trigger" : "") + ", and " + looks,
                Evidence.of("names", names).and("owner", function.owner()).and("callers", who),
                "A caller who puts an object of his own in front, in a schema or among his temporary ones, has it used"
                        + " with the rights of " + function.owner() + ".",
                remedy);
    }
}
