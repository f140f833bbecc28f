// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.security;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.schema.EventTrigger;
import dev.tickbird.model.schema.Firing;
import dev.tickbird.model.schema.Function;
import dev.tickbird.model.server.Edition;
import dev.tickbird.model.server.EditionEvidence;
import dev.tickbird.model.server.Server;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An event trigger whose function belongs to an ordinary role: what that role writes into it, runs as whoever changes
/// the schema, superusers too.
public record EventTriggerTakeover() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(EventTrigger.class, Function.class, Role.class, EditionEvidence.class, Server.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        List<EventTrigger> triggers = snapshot.all(EventTrigger.class).stream()
                .filter(trigger -> trigger.firing() != Firing.DISABLED)
                .toList();
        if (triggers.isEmpty()) {
            return Stream.empty();
        }
        Set<String> superusers = snapshot.all(Role.class).stream()
                .filter(Role::superuser)
                .map(Role::name)
                .collect(Collectors.toSet());
        boolean managed = Edition.of(snapshot).managed(); // there superusers' event triggers are the service's
        Map<Long, Function> functions =
                snapshot.all(Function.class).stream().collect(Collectors.toMap(Function::oid, it -> it));
        return triggers.stream()
                .filter(trigger -> !managed || !superusers.contains(trigger.owner()))
                .flatMap(trigger -> Stream.ofNullable(functions.get(trigger.function()))
                        .filter(function -> !superusers.contains(function.owner())
                                && !function.owner().equals(trigger.owner()))
                        .map(function -> finding(trigger, function)));
    }

    private Finding finding(EventTrigger trigger, Function function) {
        return finding(
                Severity.WARNING,
                new Subject("event trigger", Identifier.quoted(trigger.name())),
                "event trigger \"" + trigger.name() + "\" runs a function that belongs to \"" + function.owner() + "\"",
                "It runs " + function.signature() + " on " + trigger.event() + ", for everybody who causes the event.",
                Evidence.of("owner", function.owner()),
                "\"" + function.owner() + "\" can write into the function what the next superuser then does, such as"
                        + " making \"" + function.owner() + "\" a superuser.",
                remedy(trigger, function));
    }

    /// With a definer's rights the new owner's would come in, so there a person must read the body first.
    private static Remedy remedy(EventTrigger trigger, Function function) {
        Sql given = owned(function, trigger.owner());
        if (function.securityDefiner()) {
            return new Remedy.Advice(
                    "Read its body, for it runs with the rights of its owner; then have it belong to the"
                            + " owner of the event trigger: " + given + ".");
        }
        return new Remedy.Statement(
                List.of(Step.inTransaction(given)),
                List.of(Step.inTransaction(owned(function, function.owner()))),
                Impact.NONE,
                null);
    }

    private static Sql owned(Function function, String owner) {
        return Sql.format("alter function %s owner to %I", function.signature(), owner);
    }
}
